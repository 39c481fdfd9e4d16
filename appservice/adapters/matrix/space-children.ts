import { z } from 'zod';
import { parseRoomId, type RoomId, type UserId } from '../../domain/ids.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';

const stateSchema = z.array(
  z.looseObject({
    type: z.string(),
    state_key: z.string(),
    content: z.looseObject({ via: z.array(z.string()).optional() }),
  }),
);

/** A space, and in whose name it is changed. */
export type OwnSpace = { readonly space: RoomId; readonly as: UserId };

/**
 * Sees to it that a space holds these rooms and no others. The room names its space first, so that a crash in between is
 * mended when it is asked again. Who is not in a room does not see it there: Element leaves out what it may not show.
 */
export async function ensureChildren(
  requests: HomeserverRequests,
  { space, as }: OwnSpace,
  rooms: readonly RoomId[],
): Promise<void> {
  const known = await childrenOf(requests, { space, as });
  const via = [as.slice(as.indexOf(':') + 1)];
  const put = (place: string, body: Readonly<Record<string, unknown>>) =>
    requests.send({ method: 'PUT', path: place, body, as });
  const child = (room: RoomId) => path`/_matrix/client/v3/rooms/${space}/state/m.space.child/${room}`;
  for (const room of rooms.filter((each) => !known.includes(each))) {
    const parent = path`/_matrix/client/v3/rooms/${room}/state/m.space.parent/${space}`;
    await put(parent, { via, canonical: true });
    await put(child(room), { via });
  }
  for (const room of known.filter((each) => !rooms.includes(each))) await put(child(room), {});
}

/** A child without a server by which to find it is none any more (Matrix specification, `m.space.child`). */
async function childrenOf(requests: HomeserverRequests, { space, as }: OwnSpace): Promise<readonly RoomId[]> {
  const request = { method: 'GET', path: path`/_matrix/client/v3/rooms/${space}/state`, as } as const;
  const state = await ask(requests, request, stateSchema);
  return state
    .filter(({ type, content }) => type === 'm.space.child' && (content.via ?? []).length > 0)
    .map((event) => parseRoomId(event.state_key))
    .filter((room) => room !== undefined);
}
