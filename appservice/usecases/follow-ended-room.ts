import { counsellorOf, type Conversation } from '../domain/conversation.ts';
import type { ConversationId, EventId, RoomId, UserId } from '../domain/ids.ts';
import { openFor } from '../domain/reopening.ts';
import { rosterMember, type Roster } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';
import { recordInviteRevoked } from './record-invite-right.ts';
import { undoLettingIn } from './undo-letting-in.ts';

/** Somebody's membership of a conversation's room changed. */
export type MemberChange = {
  readonly conversation: Conversation;
  readonly event: { readonly eventId: EventId; readonly roomId: RoomId; readonly sender: UserId };
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
  scene: Scene,
  { conversation, event, member, membership }: MemberChange,
): Promise<void> {
  const { now, roster } = scene;
  const { conversationId, roomId } = conversation;
  if (roomId === null || membership === 'leave' || membership === 'ban') return;
  const { eventId, sender } = event;
  const reopenings = await registers.reopenings.of(conversationId);
  const open = openFor(reopenings, member, now);
  if (isForeign(roster, { conversation, event, member })) {
    if (open === undefined) await undoLettingIn(registers, scene, { conversation, event, member });
    return;
  }
  if (sender !== member) {
    const key = actionKeys.cause(eventId, 'invited');
    await recordInviteRevoked(registers, { conversationId, roomId, person: sender, key });
    await tellInviter(registers, roster, { conversation, event, member, isOpen: open !== undefined });
  }
  if (open !== undefined) return;
  if (sender !== member) {
    const act = 'stranger-removed';
    await registers.audit.append({
      at: now,
      act,
      who: sender,
      conversationId,
      subject: member,
      reason: null,
    });
  }
  await registers.actions.enqueue({
    key: actionKeys.cause(event.eventId, 'remove'),
    lane: actionLanes.stranger(roomId, member),
    conversationId,
    action: { kind: 'remove', roomId, counsellor: member, reason: 'ended' },
  });
}

/** Neither the caller's nor a colleague's doing: the host's, an administrator's in its name, or a stranger's own. */
function isForeign(
  roster: Roster,
  { conversation, event, member }: Pick<MemberChange, 'conversation' | 'event' | 'member'>,
): boolean {
  if (event.sender === conversation.caller || member === conversation.caller) return false;
  return rosterMember(roster, event.sender) === undefined;
}

/** The right to invite is for one invitation; the participant is told what came of it. */
async function tellInviter(
  registers: Registers,
  roster: Roster,
  invitation: Pick<MemberChange, 'conversation' | 'event' | 'member'> & { readonly isOpen: boolean },
): Promise<void> {
  const { conversation, event, member, isOpen } = invitation;
  if (rosterMember(roster, event.sender) === undefined) return;
  const { conversationId, caseNumber } = conversation;
  const who = rosterMember(roster, member)?.name ?? member;
  await recordDeskMessage(registers, {
    to: { own: event.sender },
    key: actionKeys.cause(event.eventId, 'told'),
    message: {
      kind: 'aftermath',
      message: isOpen
        ? { code: 'invited', caseNumber, who }
        : { code: 'stranger', caseNumber, stranger: member },
    },
    conversationId,
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
