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
