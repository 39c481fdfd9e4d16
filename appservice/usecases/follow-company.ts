import { isIn } from '../domain/company-transitions.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordCame, recordInvitationSeen } from './record-coming.ts';
import { recordCompanyNews, type CompanyScene } from './record-company-messages.ts';
import { recordStopComing, recordStopReading } from './record-company-over.ts';
import { undoLettingIn } from './undo-letting-in.ts';

/** Somebody who is neither caller, counsellor nor host comes into a conversation's room, or goes. */
export type CompanyEvent = {
  readonly conversation: Conversation;
  readonly event: RoomEvent;
  readonly member: UserId;
};

/**
 * Somebody is invited into a conversation's room. Only the colleague whom the desk named may be, once the word to share was
 * given; everybody else is removed again, whoever invited them is told why, and it is audited (R25).
 */
export async function followInvitation(
  registers: Registers,
  scene: CompanyScene,
  { conversation, event, member }: CompanyEvent,
): Promise<void> {
  if (isNamed(conversation, member)) {
    await recordInvitationSeen(registers, scene, { conversation, colleague: member });
    return;
  }
  if (isIn(conversation, member)) return; // came in between
  const invitation = { conversation, event, member };
  if (event.sender !== conversation.caller && rosterMember(scene.roster, event.sender) === undefined) {
    await undoLettingIn(registers, scene, invitation);
    return;
  }
  await recordStrangerRemoved(registers, invitation);
  const { conversationId, caseNumber, caller } = conversation;
  const entry = { at: scene.now, act: 'stranger-removed', who: event.sender, conversationId } as const;
  await registers.audit.append({ ...entry, subject: member, reason: null });
  if (event.sender === caller) return;
  const message = { code: 'stranger', caseNumber, stranger: member } as const;
  await recordCompanyNews(registers, conversation, { to: event.sender, message });
}

/** Somebody is in the room: the colleague who was named reads along from now on; anybody else leaves again. */
export async function followJoining(
  registers: Registers,
  scene: CompanyScene,
  { conversation, event, member }: CompanyEvent,
): Promise<void> {
  if (isNamed(conversation, member)) {
    await recordCame(registers, scene, { conversation, colleague: member });
  } else if (!isIn(conversation, member)) {
    const joining = { conversation, event, member };
    if (rosterMember(scene.roster, member) === undefined) await undoLettingIn(registers, scene, joining);
    else await recordStrangerRemoved(registers, joining);
  }
}

/** Somebody left by their own hand: a reader reads no more, and who declined the invitation does not come. */
export async function followLeaving(
  registers: Registers,
  scene: CompanyScene,
  { conversation, member }: CompanyEvent,
): Promise<void> {
  if (conversation.company.readers.includes(member)) {
    await recordStopReading(registers, scene, { conversation, reader: member, why: 'left' });
  } else if (isNamed(conversation, member)) {
    await recordStopComing(registers, scene, { conversation, why: 'declined' });
  }
}

/** Has somebody removed who does not belong in a conversation's room. */
async function recordStrangerRemoved(
  registers: Registers,
  { conversation, event, member }: CompanyEvent,
): Promise<void> {
  await registers.actions.enqueue({
    key: actionKeys.cause(event.eventId, 'remove'),
    lane: actionLanes.stranger(event.roomId, member),
    conversationId: conversation.conversationId,
    action: { kind: 'remove', roomId: event.roomId, counsellor: member, reason: 'withdrawn' },
  });
}

function isNamed({ company }: Conversation, member: UserId): boolean {
  return company.coming?.stage === 'sharing' && company.coming.colleague === member;
}
