import { answerCard, withoutRoom, type OpenCard, type Surroundings } from './surroundings.ts';
import { meantBy, type Typed } from './typed.ts';
import { explanation } from './screen-words.ts';

/** What is done for a typed line: as a person in Element would do it, or a sentence on the screen only. */
export type Deed =
  | { readonly kind: 'say'; readonly roomId: string; readonly body: string }
  | { readonly kind: 'press'; readonly card: OpenCard; readonly key: '✋' | '✖' }
  | { readonly kind: 'join' | 'decline'; readonly roomId: string }
  | { readonly kind: 'invite'; readonly roomId: string; readonly who: string }
  | { readonly kind: 'show'; readonly line: string }
  | { readonly kind: 'stop' };

/** Where a counsellor is when they type; the own desk is undefined before it is entered. */
export type Place = { readonly surroundings: Surroundings; readonly ownDesk: string | undefined };

/** What a typed line asks for; never nothing, so that nobody types into a void. */
export function decide(typed: Typed, place: Place): readonly Deed[] {
  switch (typed.kind) {
    case 'nothing':
      return [];
    case 'stop':
      return [{ kind: 'stop' }];
    case 'help':
      return show(explanation);
    case 'unknown':
      return show(suggestion(typed.word) ?? `“${typed.word}” ken ik niet.\n${explanation}`);
    case 'accept':
      return accept(place);
    case 'decline':
      return decline(place);
    case 'take':
    case 'pass':
      return answerRing(typed.kind, place);
    case 'invite':
      return invite(typed.who, place);
    case 'command':
      return toDesk(typed.body, place);
    case 'words':
      return speak(typed.body, place);
  }
}

/** The surroundings after a deed that succeeded, ahead of what the homeserver tells of it. */
export function afterDeed(before: Surroundings, deed: Deed): Surroundings {
  if (deed.kind === 'press') return answerCard(before, deed.card.eventId, deed.key === '✋');
  if (deed.kind === 'decline') return withoutRoom(before, deed.roomId);
  if (deed.kind === 'say' && /^! ?(neem|take)\b/iu.test(deed.body)) return { ...before, isTaking: true };
  return before;
}

const show = (line: string): readonly Deed[] => [{ kind: 'show', line }];

/** A caller waits behind a conversation's invitation: it goes before the desks', which are accepted all at once. */
function accept({ surroundings: { invitations } }: Place): readonly Deed[] {
  const conversation = invitations.find((each) => !each.isDesk);
  const chosen = conversation === undefined ? invitations : [conversation];
  if (chosen.length === 0) return show('Er is geen uitnodiging.');
  return chosen.map(({ roomId }) => ({ kind: 'join', roomId }));
}

/** The desk says when: without its word the homeserver refuses (design 6). */
function invite(who: string, { surroundings: { conversations } }: Place): readonly Deed[] {
  const current = conversations.at(-1);
  if (current === undefined) return show('Je zit nu in geen gesprek.');
  if (who === '') return show('Wie wil je uitnodigen? Schrijf /invite en een naam.');
  return [{ kind: 'invite', roomId: current.roomId, who }];
}

function decline({ surroundings: { invitations } }: Place): readonly Deed[] {
  const conversation = invitations.find((each) => !each.isDesk);
  if (conversation !== undefined) return [{ kind: 'decline', roomId: conversation.roomId }];
  const [desk] = invitations;
  return show(
    desk === undefined
      ? 'Er is geen uitnodiging.'
      : `${desk.name} heb je nodig: daar komt binnen wie op een gesprek wacht. Aanvaard ze met /aanvaard`,
  );
}

/**
 * A card that lies open but does not ring is taken as `!neem` takes it. Somebody may also wait whose card is not here yet:
 * to whoever is on duty with free hands the desk tells.
 */
function answerRing(kind: 'take' | 'pass', place: Place): readonly Deed[] {
  const { cards, conversations, invitations, isOnDuty, isTaking } = place.surroundings;
  const ringing = cards.findLast((each) => each.isRinging);
  if (ringing !== undefined) return [{ kind: 'press', card: ringing, key: kind === 'take' ? '✋' : '✖' }];
  if (kind === 'take' && invitations.some((each) => !each.isDesk)) {
    return show('Je hebt het al genomen. Aanvaard nu de uitnodiging: /aanvaard');
  }
  if (kind === 'take' && isTaking) return show('Je hebt het al genomen. De uitnodiging komt zo.');
  if (kind === 'take' && cards.length > 0) return toDesk('!neem', place);
  if (kind === 'take' && isOnDuty && conversations.length === 0) {
    return [...show(`${nothingRings} Ik vraag de balie of er iemand wacht.`), ...toDesk('!neem', place)];
  }
  return show(nothingRings);
}

const nothingRings = 'Er belt nu niets voor je.';

function toDesk(body: string, { surroundings, ownDesk }: Place): readonly Deed[] {
  if (ownDesk !== undefined) return [{ kind: 'say', roomId: ownDesk, body }];
  return show(
    surroundings.invitations.some((each) => each.isDesk)
      ? 'Je bent nog niet in je balie. Aanvaard eerst de uitnodiging: /aanvaard'
      : 'Je balie is er nog niet. De uitnodiging komt zo; schrijf dan /aanvaard',
  );
}

function speak(body: string, place: Place): readonly Deed[] {
  const { conversations, invitations, isTaking } = place.surroundings;
  const current = conversations.at(-1);
  if (current !== undefined) return [{ kind: 'say', roomId: current.roomId, body }];
  if (invitations.some((each) => !each.isDesk)) {
    return show('Je zit nog niet in een gesprek. Aanvaard eerst de uitnodiging: /aanvaard');
  }
  const meant = suggestion(body);
  if (meant !== undefined) return show(meant);
  if (isTaking) return show('Je zit nog niet in een gesprek. De uitnodiging komt zo; schrijf dan /aanvaard');
  if (place.ownDesk === undefined) return toDesk(body, place);
  return show(
    'Je zit nu in geen gesprek, dus dit is nergens aangekomen. Met /help zie je wat je kan schrijven.',
  );
}

function suggestion(body: string): string | undefined {
  const meant = meantBy(body);
  return meant === undefined ? undefined : `Bedoel je ${meant}?`;
}
