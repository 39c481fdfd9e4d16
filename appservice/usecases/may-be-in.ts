import { inviterOf } from '../domain/company.ts';
import { counsellorOf } from '../domain/conversation.ts';
import { hasSafeIdentity } from '../domain/duty.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import { openFor, sharedNow } from '../domain/reopening.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** Whether the host may invite somebody into a conversation's room now: it is theirs, or it is over and open for them again, with the keys that are known. */
export async function mayBeIn(
  { conversations, reopenings, duties }: Registers,
  invited: { readonly roomId: RoomId; readonly person: UserId; readonly now: Instant },
): Promise<boolean> {
  const { roomId, person, now } = invited;
  const conversation = await conversations.findByRoom(roomId);
  if (conversation === undefined) return false;
  if (counsellorOf(conversation.phase) === person) return true;
  if (!hasSafeIdentity(await duties.find(person))) return false;
  return openFor(await reopenings.of(conversation.conversationId), person, now) !== undefined;
}

/** Whom somebody's own program may invite into a conversation's room now: a colleague on their way, or those they share it with. */
export async function invitedBy(
  { conversations, reopenings }: Registers,
  inviter: { readonly roomId: RoomId; readonly person: UserId; readonly now: Instant },
): Promise<readonly UserId[]> {
  const { roomId, person, now } = inviter;
  const conversation = await conversations.findByRoom(roomId);
  if (conversation === undefined) return [];
  const { company, conversationId } = conversation;
  if (inviterOf(company) === person && company.coming !== null) return [company.coming.colleague];
  return sharedNow(await reopenings.of(conversationId), person, now);
}

/** The caller of a conversation's room, and who else may invite there now; undefined when it is no conversation's. */
export async function invitersNow(
  { conversations, reopenings }: Registers,
  roomId: RoomId,
  now: Instant,
): Promise<{ readonly caller: UserId; readonly mayKeep: readonly UserId[] } | undefined> {
  const conversation = await conversations.findByRoom(roomId);
  if (conversation === undefined) return undefined;
  const sharers = (await reopenings.of(conversation.conversationId))
    .filter(({ until }) => now < until)
    .map(({ sharedBy }) => sharedBy);
  const people = [inviterOf(conversation.company), ...sharers].filter((person) => person !== null);
  return { caller: conversation.caller, mayKeep: [...new Set(people)] };
}
