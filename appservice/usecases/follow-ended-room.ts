import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { ConversationId, EventId, UserId } from '../domain/ids.ts';
import { openFor } from '../domain/reopening.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import type { Scene } from './record-end.ts';

/** Somebody's membership of a conversation's room changed, by somebody else than the host. */
export type MemberChange = {
  readonly conversation: Conversation;
  readonly event: { readonly eventId: EventId; readonly sender: UserId };
  readonly member: UserId;
  readonly membership: string;
};

/**
 * Follows the room of an ended conversation: nobody is in it but the host, and for their hour those for whom it is open again
 * (design 6). Everybody else is taken out; whom somebody invited, that is audited (R55). The caller's own joining, and a
 * counsellor's, may be told late.
 */
export async function followEndedRoom(
  registers: Registers,
  { now }: Scene,
  { conversation, event, member, membership }: MemberChange,
): Promise<void> {
  const { conversationId, roomId } = conversation;
  if (roomId === null || membership === 'leave' || membership === 'ban') return;
  if (openFor(await registers.reopenings.of(conversationId), member, now) !== undefined) return;
  if (event.sender !== member) {
    const act = 'stranger-removed';
    const who = event.sender;
    await registers.audit.append({ at: now, act, who, conversationId, subject: member, reason: null });
  }
  await registers.actions.enqueue({
    key: actionKeys.cause(event.eventId, 'remove'),
    lane: actionLanes.stranger(roomId, member),
    conversationId,
    action: { kind: 'remove', roomId, counsellor: member, reason: 'ended' },
  });
}

/** Keeps who came into a running conversation as its counsellor or reader: they may read it again after the end (design 6). */
export async function recordParticipant(
  { conversations, participants }: Registers,
  conversationId: ConversationId,
  member: UserId,
): Promise<void> {
  const conversation = await conversations.find(conversationId);
  if (conversation === undefined) return;
  const isIn = counsellorOf(conversation.phase) === member || conversation.company.readers.includes(member);
  if (isIn) await participants.add(conversationId, member);
}
