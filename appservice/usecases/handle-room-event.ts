import { isOffboarded } from '../domain/duty.ts';
import { signOf } from '../domain/desk-sign.ts';
import type { ConversationId, UserId } from '../domain/ids.ts';
import type { Care } from '../domain/obeying.ts';
import { isOfTeam, rosterMember } from '../domain/roster.ts';
import type { DeskReader } from '../ports/desk.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import {
  actionKeys,
  isAddressQuestionKey,
  isBlockQuestionKey,
  isCardKey,
  isCompanyCardKey,
  offboardingOfKey,
} from './action-keys.ts';
import { answerAddressQuestion } from './answer-address-question.ts';
import { answerCall, type CallAnswer } from './answer-call.ts';
import { pressOnContactForm, type FormPress } from './answer-contact-form.ts';
import { answerEdit } from './answer-edit.ts';
import { answerOffboarding } from './answer-offboarding.ts';
import { answerOldCard } from './answer-old-card.ts';
import { answerOnce } from './answer-once.ts';
import { answerRemoval } from './answer-removal.ts';
import { chooseLine } from './choose-line.ts';
import { followConversationRoom } from './follow-conversation-room.ts';
import { followDeskLevels } from './follow-levels.ts';
import { keepStrangerOut } from './keep-stranger-out.ts';
import { lookUpIdentity } from './look-up-identity.ts';
import { pressOnDossier } from './note-dossier.ts';
import { obeyKnownKeys } from './obey-known-keys.ts';
import { passRing } from './pass-ring.ts';
import { pressCourseSign, type PressedMessage } from './press-course-sign.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { runDeskCommand, type RunDeskCommandDependencies } from './run-desk-command.ts';
import { recordTakenBack, takeBackCommand } from './take-back-command.ts';
import { takeConversation } from './take-conversation.ts';

/** What handling an event of a room needs. */
export interface HandleRoomEventDependencies extends RunDeskCommandDependencies {
  readonly reader: DeskReader;
  /** The service's own people: what they do is our own doing. */
  readonly host: UserId;
  readonly desk: UserId;
}

/**
 * Acts upon one event of a room, once: in a conversation's room on who comes, goes and speaks, in a desk room on what
 * people of the roster write and press. Everything else changes nothing.
 */
export async function handleRoomEvent(
  dependencies: HandleRoomEventDependencies,
  event: RoomEvent,
): Promise<void> {
  if (event.content.kind === 'other') return;
  // In the desk's name the homeserver's administrator lets people in, and changes what they may do.
  const isAboutPeople = ['member', 'power-levels'].includes(event.content.kind);
  if (event.sender === dependencies.desk && !isAboutPeople) return;
  const located = await dependencies.steps.step('transaction.located-event', () =>
    dependencies.unitOfWork.run((registers) => locate(registers, dependencies, event)),
  );
  if (located === undefined || located.isFromLeaver) return;
  if (!isHeard(dependencies, located.place, event.sender)) return;
  if (event.content.kind === 'reaction') {
    await press(dependencies, event, located.card);
    if ('own' in located.place) {
      await pressOnContactForm(dependencies, pressOf(event, event.content));
      await pressOnDossier(dependencies, pressOf(event, event.content));
    }
  }
  if (event.content.kind === 'encrypted') await read(dependencies, event, located.place);
  if (event.content.kind === 'plain-message') await refusePlain(dependencies, event);
  if (event.content.kind === 'redaction') await answerRemoval(dependencies, event);
}

type Located = {
  readonly place: DeskPlace;
  readonly card: Card | undefined;
  /** Whoever works here no more is heard by nobody, whatever the configuration still says (S30). */
  readonly isFromLeaver: boolean;
};

/** What was pressed: a card with a hand, one that asks a colleague to come, or what the desk said about how it goes on. */
type Card =
  | { readonly kind: 'hand'; readonly which: { readonly conversationId: ConversationId } }
  /** May a colleague be shown an address (R21). */
  | { readonly kind: 'address'; readonly question: string }
  | { readonly kind: 'question'; readonly which: CallAnswer['which'] }
  | { readonly kind: 'course'; readonly pressed: PressedMessage }
  /** Whether the line of a blocked caller is blocked as well (R35). */
  | { readonly kind: 'block-question'; readonly cardKey: string }
  /** Whether somebody is to leave service (S30). */
  | { readonly kind: 'offboarding'; readonly cardKey: string };

/** Follows what happens in a conversation's room at once; a desk room takes a second step, outside this unit of work. */
async function locate(
  registers: Registers,
  dependencies: HandleRoomEventDependencies,
  event: RoomEvent,
): Promise<Located | undefined> {
  const conversation = await registers.conversations.findByRoom(event.roomId);
  if (conversation !== undefined) {
    const { roster, clock, host } = dependencies;
    const scene = { roster, now: clock.now() };
    await followConversationRoom(registers, scene, { conversation, event, host });
    return undefined;
  }
  const place = await registers.deskRooms.placeOf(event.roomId);
  if (place === undefined) return undefined;
  await welcome(registers, dependencies, { place, event });
  await keepStrangerOut(registers, dependencies, { place, event });
  if (event.content.kind === 'power-levels') {
    const { roster, clock } = dependencies;
    const { levels } = event.content;
    await followDeskLevels(registers, { roster, now: clock.now() }, { place, event, levels });
  }
  const isFromLeaver = isOffboarded(await registers.duties.find(event.sender));
  return { place, card: await pressedCard(registers, event), isFromLeaver };
}

/**
 * Whoever comes to their own desk for the first time is told what it is for; before, they could not have read it. In a newer
 * one they are told that the one before may be forgotten.
 */
async function welcome(
  registers: Registers,
  { roster }: HandleRoomEventDependencies,
  { place, event: { content, roomId } }: { readonly place: DeskPlace; readonly event: RoomEvent },
): Promise<void> {
  if (content.kind !== 'member' || content.membership !== 'join') return;
  await registers.deskInvitations.forget(roomId, content.member);
  const member = rosterMember(roster, content.member);
  if (member === undefined || !('own' in place) || place.own !== member.userId) return;
  const key = actionKeys.welcome(member.userId);
  const first = (await registers.actions.sentBy(key))?.roomId ?? roomId;
  if (first === roomId) {
    await recordDeskMessage(registers, { to: place, key, message: { kind: 'welcome', name: member.name } });
    return;
  }
  await recordDeskMessage(registers, {
    to: place,
    key: actionKeys.welcomeAgain(member.userId, roomId),
    message: { kind: 'desk-room', message: { code: 'new-desk' } },
  });
}

async function pressedCard(registers: Registers, event: RoomEvent): Promise<Located['card']> {
  if (event.content.kind !== 'reaction') return undefined;
  const pressed = await registers.actions.keyOf({ roomId: event.roomId, eventId: event.content.to });
  if (pressed !== undefined && offboardingOfKey(pressed.key) !== undefined) {
    return { kind: 'offboarding', cardKey: pressed.key };
  }
  const conversationId = pressed?.conversationId ?? null;
  if (pressed === undefined || conversationId === null) return undefined;
  const { key: cardKey } = pressed;
  if (isBlockQuestionKey(cardKey)) return { kind: 'block-question', cardKey };
  if (isCompanyCardKey(cardKey, conversationId)) {
    return { kind: 'question', which: { conversationId, cardKey } };
  }
  if (isAddressQuestionKey(cardKey, conversationId)) return { kind: 'address', question: cardKey };
  if (isCardKey(cardKey, conversationId)) return { kind: 'hand', which: { conversationId } };
  return { kind: 'course', pressed: { key: cardKey, conversationId } };
}

/** In their own desk room everybody is heard, also to be told that the roster has them no more; in a team's its members. */
function isHeard({ roster }: HandleRoomEventDependencies, place: DeskPlace, sender: UserId): boolean {
  if ('own' in place) return place.own === sender;
  const member = rosterMember(roster, sender);
  return member !== undefined && isOfTeam(member, place.team);
}

/**
 * ✋ takes and ✖ passes, ✅ comes and ❌ does not, with or without an emoji variation selector; a reaction never means more than its
 * card (design 7).
 */
async function press(
  dependencies: HandleRoomEventDependencies,
  { sender, eventId, content }: RoomEvent,
  card: Located['card'],
): Promise<void> {
  if (card === undefined || content.kind !== 'reaction') return;
  const care = careForPress[card.kind];
  if (!(await obeyKnownKeys(dependencies, { sender, eventId, care, by: 'press' }))) return;
  const key = content.key.replaceAll('\uFE0F', '');
  if (card.kind === 'course') {
    await pressCourseSign(dependencies, { sender, eventId, sign: signOf(key), pressed: card.pressed });
    return;
  }
  if (card.kind !== 'hand') {
    if (key !== '✅' && key !== '❌') return;
    const isYes = key === '✅';
    if (card.kind === 'question') {
      await answerCall(dependencies, { colleague: sender, eventId, which: card.which, isComing: isYes });
    } else if (card.kind === 'address') {
      const { question } = card;
      await answerAddressQuestion(dependencies, { by: sender, eventId, question, isAgreed: isYes });
    } else if (card.kind === 'offboarding') {
      await answerOffboarding(dependencies, { by: sender, eventId, cardKey: card.cardKey, isYes });
    } else {
      await chooseLine(dependencies, { who: sender, eventId, cardKey: card.cardKey, isToBeBlocked: isYes });
    }
    return;
  }
  if (key !== '✋' && key !== '✖') return;
  if (await answerOldCard(dependencies, { sender, eventId, card: content.to, ...card.which })) return;
  const choice = { counsellor: sender, which: card.which, eventId };
  if (key === '✋') await takeConversation(dependencies, choice);
  if (key === '✖') await passRing(dependencies, choice);
}

/** A card that somebody takes, and a call to come, look for themselves; an address is shown to nobody without a look. */
const careForPress: Readonly<Record<Card['kind'], Care>> = {
  hand: 'none',
  question: 'none',
  address: 'seen',
  course: 'usual',
  'block-question': 'usual',
  offboarding: 'seen',
};

function pressOf(
  { sender, roomId, eventId }: RoomEvent,
  { to, key }: Extract<RoomEvent['content'], { readonly kind: 'reaction' }>,
): FormPress {
  return { sender, place: { roomId, eventId }, key, under: { roomId, eventId: to } };
}

async function read(
  dependencies: HandleRoomEventDependencies,
  event: RoomEvent,
  place: DeskPlace,
): Promise<void> {
  const { steps, reader, unitOfWork } = dependencies;
  const reading = await steps.step('transaction.read-event', () => reader.read(event));
  const { sender, eventId } = event;
  if (reading.kind === 'text') {
    const { body, messageKey } = reading;
    const isFirst = await steps.step('transaction.claimed-message', () =>
      unitOfWork.run(async (registers) => {
        await takeBackCommand(registers, { place, event, body });
        return await registers.handledEvents.claimMessage(messageKey, eventId);
      }),
    );
    if (isFirst) await runDeskCommand(dependencies, { sender, eventId, body, roomId: event.roomId });
  }
  if (reading.kind === 'edit') await answerEdit(dependencies, { place, event, ...reading });
  if (reading.kind === 'unreadable') {
    await refuse(dependencies, event, await whyUnreadable(dependencies, sender));
  }
  if (reading.kind === 'not-encrypted') await refusePlain(dependencies, event);
}

/** What lies in clear on the homeserver does not stay there, whoever might read it. */
async function refusePlain(dependencies: HandleRoomEventDependencies, event: RoomEvent): Promise<void> {
  const { steps, unitOfWork } = dependencies;
  await steps.step('command.recorded', () =>
    unitOfWork.run((registers) => recordTakenBack(registers, event)),
  );
  await refuse(dependencies, event, 'not-encrypted');
}

/** Most often it is a device without keys of its own that cannot be read; then the way out is another. */
async function whyUnreadable(
  dependencies: HandleRoomEventDependencies,
  sender: UserId,
): Promise<RefusedCode> {
  const identity = await lookUpIdentity(dependencies, sender);
  if (identity === undefined) return 'not-read';
  if (identity.masterKey === null) return 'no-cross-signing';
  return identity.signedDevices === 0 ? 'no-signed-device' : 'not-read';
}

type RefusedCode = 'not-read' | 'not-encrypted' | 'no-cross-signing' | 'no-signed-device';

async function refuse(
  dependencies: HandleRoomEventDependencies,
  { sender, eventId }: RoomEvent,
  code: RefusedCode,
): Promise<void> {
  await answerOnce(dependencies, { to: sender, eventId }, () => ({ kind: 'refusal', refusal: { code } }));
}
