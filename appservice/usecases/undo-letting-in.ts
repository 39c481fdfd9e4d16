import type { Conversation } from '../domain/conversation.ts';
import { hasSafeIdentity, isOffboarded } from '../domain/duty.ts';
import type { EventId, RoomId, UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordIntrusion } from './record-intrusion.ts';
import type { Scene } from './scene.ts';

/** Somebody was let into a conversation's room who may not be there, by nobody who works in it. */
export type LettingIn = {
  readonly conversation: Conversation;
  readonly event: { readonly eventId: EventId; readonly roomId: RoomId; readonly sender: UserId };
  readonly member: UserId;
};

/**
 * Records that whoever was let in is removed, and that it is told (R25, T18). The homeserver's administrator invites in the
 * host's name, so a membership is judged by whom it is about. The host's own invitation may come late, when the conversation is
 * the colleague's no more: then it is audited and rings for nobody.
 */
export async function undoLettingIn(
  registers: Registers,
  scene: Scene,
  { conversation, event, member }: LettingIn,
): Promise<void> {
  const { conversationId } = conversation;
  const { eventId, roomId, sender } = event;
  const isLate = await isColleague(registers, scene, member);
  await registers.actions.enqueue({
    key: actionKeys.cause(eventId, 'remove'),
    // Behind the invitation to which they come back meanwhile, they would be out of what is theirs.
    lane: isLate ? actionLanes.room(roomId) : actionLanes.stranger(roomId, member),
    conversationId,
    action: { kind: 'remove', roomId, counsellor: member, reason: 'withdrawn' },
  });
  if (!isLate) {
    const what = { code: 'let-in', stranger: member } as const;
    await recordIntrusion(registers, scene, { roomId, room: { conversation }, by: sender, what });
    return;
  }
  const entry = { at: scene.now, act: 'stranger-removed', who: sender, conversationId } as const;
  await registers.audit.append({ ...entry, subject: member, reason: null });
}

/** Somebody who works here, with the keys that we know: only those does the host ever invite. */
async function isColleague({ duties }: Registers, { roster }: Scene, person: UserId): Promise<boolean> {
  const duty = await duties.find(person);
  return rosterMember(roster, person) !== undefined && hasSafeIdentity(duty) && !isOffboarded(duty);
}
