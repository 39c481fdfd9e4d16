import { z } from 'zod';
import { parseRoomId, type RoomId, type UserId } from '../../domain/ids.ts';
import type { RoomCreator } from '../../ports/homeserver.ts';
import { createdRoom } from './created-room.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { conversationRoom } from './room-settings.ts';

const joinedSchema = z.object({ joined_rooms: z.array(z.string()) });
const stateSchema = z.object({ type: z.string(), sender: z.string(), state_key: z.string().optional() });
const invitedSchema = z.object({ invite_state: z.object({ events: z.array(stateSchema) }) });
const invitationsSchema = z.object({
  rooms: z.object({ invite: z.record(z.string(), invitedSchema).optional() }).optional(),
});

const nothing = { types: [] };
const onlyInvitations = JSON.stringify({
  account_data: nothing,
  presence: nothing,
  room: { timeline: nothing, ephemeral: nothing, account_data: nothing, state: nothing },
});

/** Makes conversation rooms by the host and lets their callers in. */
export function roomCreator(requests: HomeserverRequests, host: UserId): RoomCreator {
  return {
    createRoom: async (caller, caseNumber) => {
      const known = await madeBefore(requests, { caller, host });
      const roomId = known ?? (await createdRoom(requests, conversationRoom(caller, caseNumber)));
      await requests.send({
        method: 'POST',
        path: path`/_matrix/client/v3/join/${roomId}`,
        as: caller,
        body: {},
      });
      return roomId;
    },
  };
}

type Place = { readonly caller: UserId; readonly host: UserId };

/** The room that the host made for this caller before a crash, if there is one. */
async function madeBefore(requests: HomeserverRequests, place: Place): Promise<RoomId | undefined> {
  const roomId = (await joinedRoom(requests, place.caller)) ?? (await invitedRoom(requests, place));
  return roomId === undefined ? undefined : parseRoomId(roomId);
}

/** Nobody but ourselves lets a caller into a room: the one they are in is theirs. */
async function joinedRoom(requests: HomeserverRequests, caller: UserId): Promise<string | undefined> {
  const request = { method: 'GET', path: '/_matrix/client/v3/joined_rooms', as: caller } as const;
  return (await ask(requests, request, joinedSchema)).joined_rooms[0];
}

/** Invitations of others are not accepted. */
async function invitedRoom(
  requests: HomeserverRequests,
  { caller, host }: Place,
): Promise<string | undefined> {
  const query = { timeout: '0', set_presence: 'offline', filter: onlyInvitations };
  const request = { method: 'GET', path: '/_matrix/client/v3/sync', query, as: caller } as const;
  const { rooms } = await ask(requests, request, invitationsSchema);
  const ours = Object.entries(rooms?.invite ?? {}).find(([, { invite_state }]) =>
    invite_state.events.some(
      (event) => event.type === 'm.room.member' && event.state_key === caller && event.sender === host,
    ),
  );
  return ours?.[0];
}
