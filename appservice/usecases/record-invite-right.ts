import type { ConversationId, RoomId, UserId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';

/** Somebody's right to invite into the room of an ended conversation, and what it follows from. */
export type InviteRight = {
  readonly conversationId: ConversationId;
  readonly roomId: RoomId;
  readonly person: UserId;
  /** Of what gives or takes it. */
  readonly key: string;
};

/** Records that somebody's own program may invite; it is given only while they share the conversation with somebody (R55). */
export async function recordInviteGranted(registers: Registers, right: InviteRight): Promise<void> {
  await record(registers, 'grant-invite', right);
}

/** Records that somebody may invite no more; without having had the right it changes nothing. */
export async function recordInviteRevoked(registers: Registers, right: InviteRight): Promise<void> {
  await record(registers, 'revoke-invite', right);
}

async function record(
  { actions }: Registers,
  kind: 'grant-invite' | 'revoke-invite',
  { conversationId, roomId, person, key }: InviteRight,
): Promise<void> {
  await actions.enqueue({
    key: actionKeys.edit(key, kind),
    lane: actionLanes.room(roomId),
    conversationId,
    action: { kind, roomId, counsellor: person },
  });
}
