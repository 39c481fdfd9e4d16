import { z } from 'zod';
import type { RoomId, UserId } from '../../domain/ids.ts';
import { isHomeserverError } from './homeserver-error.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';

/** How somebody stands to a room (Matrix specification, room membership). */
export type Membership = z.infer<typeof membershipSchema>;

/** Parses the membership of a member event. */
export const membershipSchema = z.enum(['invite', 'join', 'leave', 'ban', 'knock']);

const memberSchema = z.looseObject({ membership: membershipSchema });

/** Somebody in a room; `as` is who looks, the host when left out. */
export type Place = { readonly roomId: RoomId; readonly person: UserId; readonly as?: UserId };

/** What the homeserver says of somebody's membership; `leave` when there is none. */
export async function membershipOf(requests: HomeserverRequests, place: Place): Promise<Membership> {
  return (await memberEventOf(requests, place))?.membership ?? 'leave';
}

/** The content of somebody's member event; undefined when they never had to do with the room. */
export async function memberEventOf(
  requests: HomeserverRequests,
  { as, ...place }: Place,
): Promise<z.infer<typeof memberSchema> | undefined> {
  const request = { method: 'GET', path: memberPath(place), ...(as === undefined ? {} : { as }) } as const;
  try {
    return await ask(requests, request, memberSchema);
  } catch (error) {
    if (isHomeserverError(error, 'M_NOT_FOUND')) return undefined;
    throw error;
  }
}

/** Where somebody's member event stands in the client API. */
export function memberPath({ roomId, person }: Place): string {
  return path`/_matrix/client/v3/rooms/${roomId}/state/m.room.member/${person}`;
}
