import { join, speak } from '../domain/conversation-transitions.ts';
import { counsellorOf, hasEnded, type Conversation } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import type { RoomEvent, RoomEventContent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import type { Scene } from './record-end.ts';
import { recordReturn } from './record-return.ts';

/** An event in a conversation's room. */
export type ConversationRoomEvent = {
  readonly conversation: Conversation;
  readonly event: RoomEvent;
  readonly host: UserId;
};

/**
 * Follows who comes, goes and speaks in a conversation's room: the counsellor who joins, who declines or leaves (back to
 * the pool), who speaks for the first time; and has everybody else removed, because nobody but caller, counsellor and host
 * is ever a member (R25).
 */
export async function followConversationRoom(
  registers: Registers,
  scene: Scene,
  room: ConversationRoomEvent,
): Promise<void> {
  const { conversation, event, host } = room;
  const { content, eventId } = event;
  if (content.kind !== 'member' && content.kind !== 'encrypted') return;
  const { phase } = conversation;
  const isFirstWord = phase.name === 'joined' && phase.counsellor === event.sender;
  const hasConsequence = content.kind === 'member' ? event.sender !== host : isFirstWord;
  if (!hasConsequence) return;
  if (!(await registers.handledEvents.markHandled(eventId))) return;
  if (content.kind === 'encrypted') await save(registers, speak(conversation, event.sender, scene.now));
  else await followMember(registers, scene, { ...room, content });
}

type MemberEvent = ConversationRoomEvent & {
  readonly content: Extract<RoomEventContent, { readonly kind: 'member' }>;
};

async function followMember(registers: Registers, scene: Scene, room: MemberEvent): Promise<void> {
  const { conversation, content } = room;
  const { member, membership } = content;
  const isCounsellor = counsellorOf(conversation.phase) === member;
  const isGone = membership === 'leave' || membership === 'ban';
  if (isCounsellor && membership === 'join') await save(registers, join(conversation, member, scene.now));
  if (isCounsellor && isGone) {
    const reason = conversation.phase.name === 'taken' ? 'declined' : 'left';
    await recordReturn(registers, scene, { conversation, reason });
  }
  const belongs = isCounsellor || member === room.host || member === conversation.caller;
  if (!isGone && (!belongs || isLateForEnded(room))) await recordStrangerRemoved(registers, room);
}

/** A room that has ended has no members; the caller's own joining may be told late. */
function isLateForEnded({ conversation, content, host }: MemberEvent): boolean {
  return hasEnded(conversation) && content.member !== host;
}

async function recordStrangerRemoved(
  registers: Registers,
  { conversation, event, content }: MemberEvent,
): Promise<void> {
  await registers.actions.enqueue({
    key: actionKeys.cause(event.eventId, 'remove'),
    lane: actionLanes.stranger(event.roomId, content.member),
    conversationId: conversation.conversationId,
    action: {
      kind: 'remove',
      roomId: event.roomId,
      counsellor: content.member,
      reason: hasEnded(conversation) ? 'ended' : 'withdrawn',
    },
  });
}

async function save(registers: Registers, transition: ReturnType<typeof join>): Promise<void> {
  if (transition.ok) await registers.conversations.save(transition.value);
}
