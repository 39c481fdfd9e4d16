import { join, speak } from '../domain/conversation-transitions.ts';
import { counsellorOf, hasEnded, type Conversation } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import type { RoomEvent, RoomEventContent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { followInvitation, followJoining, followLeaving, type CompanyEvent } from './follow-company.ts';
import { followEndedRoom, recordParticipant } from './follow-ended-room.ts';
import { followConversationLevels } from './follow-levels.ts';
import type { Scene } from './scene.ts';
import { recordReturn } from './record-return.ts';

/** An event in a conversation's room. */
export type ConversationRoomEvent = {
  readonly conversation: Conversation;
  readonly event: RoomEvent;
  readonly host: UserId;
};

/**
 * Follows who comes, goes and speaks in a conversation's room: the counsellor who joins, who declines or leaves (back to
 * the pool), who speaks for the first time; the colleague who was asked to come (`follow-company.ts`); and has everybody else
 * removed, because nobody else is ever a member (R25).
 */
export async function followConversationRoom(
  registers: Registers,
  scene: Scene,
  room: ConversationRoomEvent,
): Promise<void> {
  const { conversation, event } = room;
  const { content, eventId } = event;
  if (content.kind === 'power-levels')
    await followConversationLevels(registers, scene, { ...room, ...content });
  if (content.kind !== 'member' && content.kind !== 'encrypted') return;
  const { phase } = conversation;
  const isFirstWord = phase.name === 'joined' && phase.counsellor === event.sender;
  const hasConsequence = content.kind === 'member' ? isToBeJudged(room, content) : isFirstWord;
  if (!hasConsequence) return;
  if (!(await registers.handledEvents.markHandled(eventId))) return;
  if (content.kind === 'encrypted') await save(registers, speak(conversation, event.sender, scene.now));
  else if (hasEnded(conversation)) await followEndedRoom(registers, scene, { ...room, ...content });
  else {
    await followMember(registers, scene, { ...room, content });
    if (content.membership === 'join') {
      await recordParticipant(registers, conversation.conversationId, content.member);
    }
  }
}

/** What the host took away is our doing; whom it let in is looked at, because an administrator invites in its name. */
function isToBeJudged({ conversation, event, host }: ConversationRoomEvent, content: MemberContent): boolean {
  if (event.sender !== host) return true;
  const { member, membership } = content;
  return !isGone(membership) && member !== host && member !== conversation.caller;
}

type MemberContent = Extract<RoomEventContent, { readonly kind: 'member' }>;

type MemberEvent = ConversationRoomEvent & {
  readonly content: MemberContent;
};

async function followMember(registers: Registers, scene: Scene, room: MemberEvent): Promise<void> {
  const { conversation, event, content, host } = room;
  const { member, membership } = content;
  if (member === host) return;
  if (counsellorOf(conversation.phase) === member) await followCounsellor(registers, scene, room);
  else if (member !== conversation.caller) {
    await followOthers(registers, scene, { conversation, event, member, membership });
  }
}

async function followCounsellor(registers: Registers, scene: Scene, room: MemberEvent): Promise<void> {
  const { conversation, content } = room;
  const { member, membership } = content;
  if (membership === 'join') await save(registers, join(conversation, member, scene.now));
  if (!isGone(membership)) return;
  const reason = conversation.phase.name === 'taken' ? 'declined' : 'left';
  await recordReturn(registers, scene, { conversation, reason });
}

async function followOthers(
  registers: Registers,
  scene: Scene,
  event: CompanyEvent & { readonly membership: Membership },
): Promise<void> {
  if (isGone(event.membership)) await followLeaving(registers, scene, event);
  else if (event.membership === 'join') await followJoining(registers, scene, event);
  else await followInvitation(registers, scene, event);
}

type Membership = MemberEvent['content']['membership'];

function isGone(membership: Membership): boolean {
  return membership === 'leave' || membership === 'ban';
}

async function save(registers: Registers, transition: ReturnType<typeof join>): Promise<void> {
  if (transition.ok) await registers.conversations.save(transition.value);
}
