import { inviterOf } from '../domain/company.ts';
import { counsellorOf } from '../domain/conversation.ts';
import type { RoomId, UserId } from '../domain/ids.ts';
import { openFor, sharedNow } from '../domain/reopening.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** Whether the host may invite somebody into a conversation's room now: it is theirs, or it is over and open for them again. */
export async function mayBeIn(
  { conversations, reopenings }: Registers,
  invited: { readonly roomId: RoomId; readonly person: UserId; readonly now: Instant },
): Promise<boolean> {
  const { roomId, person, now } = invited;
  const conversation = await conversations.findByRoom(roomId);
  if (conversation === undefined) return false;
  if (counsellorOf(conversation.phase) === person) return true;
  return openFor(await reopenings.of(conversation.conversationId), person, now) !== undefined;
}

/** Whether somebody's own program may invite into a conversation's room now: for a colleague on their way, or whom they share it with. */
export async function mayInviteNow(
  { conversations, reopenings }: Registers,
  inviter: { readonly roomId: RoomId; readonly person: UserId; readonly now: Instant },
): Promise<boolean> {
  const { roomId, person, now } = inviter;
  const conversation = await conversations.findByRoom(roomId);
  if (conversation === undefined) return false;
  if (inviterOf(conversation.company) === person) return true;
  return sharedNow(await reopenings.of(conversation.conversationId), person, now).length > 0;
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
