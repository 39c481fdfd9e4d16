import { shortName } from './account.ts';
import { isCaller, isDesk } from './desk.ts';
import type { CounsellorEvent, Words } from './events.ts';
import type { NamedRoom, Surroundings } from './surroundings.ts';

/** What one can write, for the start and for `/help`. */
export const explanation = `
  Wat je hier kan doen (in Element doe je hetzelfde met de muis):
    !aan, !uit, !help …   naar je eigen balie
    /aanvaard             een uitnodiging aanvaarden (Accepteren)
    /weiger               de uitnodiging voor een gesprek weigeren (Weigeren)
    /neem                 ✋ op de kaart die voor je belt
    /niet                 ✖ op de kaart die voor je belt
    /invite NAAM          een collega binnenlaten, als de balie zegt dat het nu kan
    gewone tekst          naar het gesprek waar je in zit
    /help                 dit nog eens lezen
    /stop                 afmelden
`;

/** What the screen shows of an event, in the surroundings before it; undefined when it is no news. */
export function shownFor(event: CounsellorEvent, before: Surroundings): string | undefined {
  switch (event.kind) {
    case 'invitation':
      return isDesk(event.inviter)
        ? `\n✉ Uitnodiging: ${event.name} (van de balie). Schrijf /aanvaard`
        : `\n✉ Uitnodiging: ${event.name} (van 1712). Schrijf /aanvaard of /weiger`;
    case 'entered':
      return `\n→ Je bent nu in ${event.name}.`;
    case 'removed':
      return event.isOwnDoing ? undefined : removedWords(event, before);
    case 'words':
      return before.shown.has(event.eventId) ? undefined : spokenWords(event, before);
    case 'unreadable': {
      const isKnown = before.unreadable.has(event.eventId) || before.shown.has(event.eventId);
      return isKnown ? undefined : 'Een bericht kan hier (nog) niet gelezen worden.';
    }
    case 'typing': {
      const isCaller = before.conversations.some((each) => each.roomId === event.roomId);
      return event.isTyping && isCaller ? '(de beller typt …)' : undefined;
    }
    case 'ready':
    case 'reaction':
      return undefined;
  }
}

/** Told at the start to whoever is still in a conversation; `hasUnreadable` when something stands there from before. */
export function stillInWords(conversation: NamedRoom, hasUnreadable: boolean): string {
  const still = `\n→ Je zit nog in ${conversation.name}. Wat je schrijft, gaat naar de beller.`;
  return hasUnreadable ? `${still} Wat er al stond, kan dit nieuwe toestel niet lezen.` : still;
}

/** What is still to be accepted after an answer to an invitation. */
export function stillInvitedWords({ invitations }: Surroundings): string | undefined {
  const names = invitations.map((each) => each.name);
  if (names.length === 0) return undefined;
  const list = new Intl.ListFormat('nl').format(names);
  return `\n✉ Je hebt nog een uitnodiging: ${list}. Schrijf /aanvaard`;
}

/** What is said to whoever leaves while callers may still reach them. */
export function farewell({ isOnDuty, conversations }: Surroundings, comeBack: string): readonly string[] {
  const current = conversations.at(-1);
  const inConversation =
    current === undefined
      ? []
      : [
          `Je zit nog in ${current.name}. De beller leest straks dat een bericht nog even blijft staan.`,
          `Het vertrekt zodra je terug bent. Kom terug met ${comeBack}.`,
        ];
  const onDuty = isOnDuty
    ? [`Je staat nog aan: bellers kunnen je nog krijgen. Kom terug met ${comeBack} en schrijf !uit.`]
    : [];
  return [...inConversation, ...onDuty];
}

function removedWords(
  event: Extract<CounsellorEvent, { kind: 'removed' }>,
  { invitations, conversations }: Surroundings,
): string {
  const reason = event.reason === '' ? '' : ` ${event.reason}`;
  const invitation = invitations.find((each) => each.roomId === event.roomId);
  if (invitation !== undefined) return `\n← De uitnodiging voor ${invitation.name} is weg.${reason}`;
  const conversation = conversations.find((each) => each.roomId === event.roomId);
  return `\n← Je bent niet meer in ${conversation?.name ?? event.name}.${reason}`;
}

function spokenWords(event: Words, before: Surroundings): string {
  const bell = event.isMention && event.edits === null ? '\u0007🔔 ' : '';
  const late = before.unreadable.has(event.eventId) ? ' (nu pas leesbaar)' : '';
  return `${bell}${speaker(event, before)}${late}: ${event.body}`;
}

function speaker({ sender, roomId }: Words, { conversations }: Surroundings): string {
  if (isDesk(sender)) return 'Balie';
  if (!isCaller(sender)) return `Collega ${shortName(sender)}`;
  const conversation = conversations.find((each) => each.roomId === roomId);
  return conversations.length > 1 && conversation !== undefined ? `Beller (${conversation.name})` : 'Beller';
}
