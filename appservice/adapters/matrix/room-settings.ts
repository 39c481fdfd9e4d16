import type { CaseNumber, UserId } from '../../domain/ids.ts';
import { closedLevels, conversationLevels, deskLevels } from '../../domain/room-levels.ts';

/** The only algorithm of encrypted rooms (Matrix specification, Megolm). */
const encryption = { algorithm: 'm.megolm.v1.aes-sha2' } as const;

/** Encrypted from its first event, by invitation only, in no directory, on this homeserver only. */
function privateRoom(name: string): Record<string, unknown> {
  return {
    preset: 'private_chat',
    visibility: 'private',
    room_version: '12',
    name,
    creation_content: { 'm.federate': false },
  };
}

function state(type: string, content: object): object {
  return { type, state_key: '', content };
}

const closedState = [
  state('m.room.encryption', encryption),
  state('m.room.history_visibility', { history_visibility: 'shared' }),
  state('m.room.join_rules', { join_rule: 'invite' }),
  state('m.room.guest_access', { guest_access: 'forbidden' }),
];

/** The body that makes a conversation room (design 5.3). */
export function conversationRoom(caller: UserId, caseNumber: CaseNumber): Record<string, unknown> {
  return {
    ...privateRoom(`Gesprek ${caseNumber}`),
    invite: [caller],
    initial_state: closedState,
    power_level_content_override: conversationLevels([caller]),
  };
}

/** Type of the state event by which the desk knows its own rooms again, whatever was recorded about them. */
export const deskMarkerType = 'be.1712.online.desk_room';

/** The body that makes a team's space (design 7): it holds desk rooms, and nobody but the desk may change what. */
export function deskSpace(name: string, marker: string): Record<string, unknown> {
  const room = privateRoom(name);
  return {
    ...room,
    creation_content: { 'm.federate': false, type: 'm.space' },
    initial_state: [
      state('m.room.history_visibility', { history_visibility: 'invited' }),
      state('m.room.join_rules', { join_rule: 'invite' }),
      state('m.room.guest_access', { guest_access: 'forbidden' }),
      state(deskMarkerType, { marker }),
    ],
    power_level_content_override: { ...closedLevels, invite: 100 },
  };
}

/** The body that makes a desk room (design 7): its people write and react, the desk does everything else. */
export function deskRoom(name: string, marker: string): Record<string, unknown> {
  return {
    ...privateRoom(name),
    initial_state: [...closedState, state(deskMarkerType, { marker })],
    power_level_content_override: deskLevels,
  };
}
