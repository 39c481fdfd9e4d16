import { isDesk } from './desk.ts';
import type { CounsellorEvent, Words } from './events.ts';

/** A room by the name it goes by. */
export type NamedRoom = { readonly roomId: string; readonly name: string };

/** A card with a hand that still lies open. */
export type OpenCard = { readonly roomId: string; readonly eventId: string; readonly isRinging: boolean };

/** What a counsellor has around them: what is typed means what it means because of it. Oldest first in every list. */
export type Surroundings = {
  readonly invitations: readonly (NamedRoom & { readonly isDesk: boolean })[];
  readonly conversations: readonly NamedRoom[];
  readonly cards: readonly OpenCard[];
  /** By the desk's last word about it, and by what rings; false when there was neither. */
  readonly isOnDuty: boolean;
  /** A conversation was asked for, and its invitation has not come yet. */
  readonly isTaking: boolean;
  /** Events whose words were shown: nothing is shown twice. */
  readonly shown: ReadonlySet<string>;
  /** Events that could not be read when they came. */
  readonly unreadable: ReadonlySet<string>;
};

/** Before anything has happened. */
export const emptySurroundings: Surroundings = {
  invitations: [],
  conversations: [],
  cards: [],
  isOnDuty: false,
  isTaking: false,
  shown: new Set(),
  unreadable: new Set(),
};

/** The surroundings after an event. */
export function notice(before: Surroundings, event: CounsellorEvent): Surroundings {
  switch (event.kind) {
    case 'invitation': {
      const { roomId, name } = event;
      const invitation = { roomId, name, isDesk: isDesk(event.inviter) };
      const isTaking = invitation.isDesk && before.isTaking;
      return { ...withoutRoom(before, roomId), invitations: [...before.invitations, invitation], isTaking };
    }
    case 'entered': {
      const after = withoutRoom(before, event.roomId);
      if (event.isDesk) return after;
      const { roomId, name } = event;
      return { ...after, conversations: [...after.conversations, { roomId, name }], isTaking: false };
    }
    case 'removed':
      return withoutRoom(before, event.roomId);
    case 'unreadable':
      return { ...before, unreadable: new Set([...before.unreadable, event.eventId]) };
    case 'words':
      return afterWords({ ...before, shown: new Set([...before.shown, event.eventId]) }, event);
    case 'ready':
    case 'reaction':
    case 'typing':
      return before;
  }
}

/** The surroundings after a hand was pressed: the card is answered, and nothing more can be done with it. */
export function answerCard(before: Surroundings, eventId: string, isTaken: boolean): Surroundings {
  return { ...withoutCard(before, eventId), isTaking: isTaken };
}

/** Whether somebody is on duty after what the desk said; undefined when it said nothing of it. */
export function dutyAfter(body: string): boolean | undefined {
  if (body.startsWith('Je staat aan')) return true;
  const off = /^Je staat uit|^Je hebt pauze|\bje staat (nu|daarom) uit\b|\bje hebt nu pauze\b/u;
  return off.test(body) ? false : undefined;
}

function afterWords(before: Surroundings, event: Words): Surroundings {
  if (!isDesk(event.sender)) return before;
  const card = event.edits ?? event.eventId;
  const isRinging = event.isMention || before.cards.some((each) => each.eventId === card && each.isRinging);
  const after = withoutCard(before, card);
  if (event.body.startsWith('✋')) {
    const cards = [...after.cards, { roomId: event.roomId, eventId: card, isRinging }];
    return { ...after, cards, isOnDuty: before.isOnDuty || isRinging };
  }
  const isOnDuty = (event.edits === null ? dutyAfter(event.body) : undefined) ?? before.isOnDuty;
  return { ...after, isOnDuty, isTaking: before.isTaking && event.body.startsWith('✅') };
}

function withoutCard(before: Surroundings, eventId: string): Surroundings {
  return { ...before, cards: before.cards.filter((each) => each.eventId !== eventId) };
}

/** The surroundings without a room: left, declined, or known by another name now. */
export function withoutRoom(before: Surroundings, roomId: string): Surroundings {
  const isElsewhere = (each: { readonly roomId: string }): boolean => each.roomId !== roomId;
  return {
    ...before,
    invitations: before.invitations.filter(isElsewhere),
    conversations: before.conversations.filter(isElsewhere),
    cards: before.cards.filter(isElsewhere),
  };
}
