import { z } from 'zod';
import { parseRoomId, type RoomId, type UserId } from '../../domain/ids.ts';
import type { RoomCreator } from '../../ports/homeserver.ts';
import { createdRoom } from './created-room.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { conversationRoom } from './room-settings.ts';

const stateSchema = z.object({ type: z.string(), sender: z.string(), state_key: z.string().optional() });
const eventsSchema = z.object({ events: z.array(stateSchema) });
const roomsSchema = z.object({
  rooms: z
    .object({
      join: z.record(z.string(), z.object({ state: eventsSchema })).optional(),
      invite: z.record(z.string(), z.object({ invite_state: eventsSchema })).optional(),
    })
    .optional(),
});

const nothing = { types: [] };
const onlyCreation = JSON.stringify({
  account_data: nothing,
  presence: nothing,
  room: { timeline: nothing, ephemeral: nothing, account_data: nothing, state: { types: ['m.room.create'] } },
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

/** The room that the host made for this caller before a crash, if there is one: its creation or invitation is the host's. */
async function madeBefore(
  requests: HomeserverRequests,
  { caller, host }: { readonly caller: UserId; readonly host: UserId },
): Promise<RoomId | undefined> {
  const query = { timeout: '0', set_presence: 'offline', filter: onlyCreation };
  const request = { method: 'GET', path: '/_matrix/client/v3/sync', query, as: caller } as const;
  const { rooms } = await ask(requests, request, roomsSchema);
  const joined = Object.entries(rooms?.join ?? {}).filter(([, room]) =>
    room.state.events.some((event) => event.type === 'm.room.create' && event.sender === host),
  );
  const invited = Object.entries(rooms?.invite ?? {}).filter(([, room]) =>
    room.invite_state.events.some(
      (event) => event.type === 'm.room.member' && event.state_key === caller && event.sender === host,
    ),
  );
  const [first] = [...joined, ...invited].map(([roomId]) => roomId);
  return first === undefined ? undefined : parseRoomId(first);
}
