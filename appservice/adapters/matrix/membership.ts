import { z } from 'zod';
import type { RoomId, UserId } from '../../domain/ids.ts';
import { isHomeserverError } from './homeserver-error.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';

/** How somebody stands to a room (Matrix specification, room membership). */
export type Membership = z.infer<typeof membershipSchema>;

/** Parses the membership of a member event. */
export const membershipSchema = z.enum(['invite', 'join', 'leave', 'ban', 'knock']);

const memberSchema = z.object({ membership: membershipSchema });

/** What the homeserver says of somebody's membership, seen by `as` (the host when left out); `leave` when there is none. */
export async function membershipOf(
  requests: HomeserverRequests,
  { roomId, person, as }: { readonly roomId: RoomId; readonly person: UserId; readonly as?: UserId },
): Promise<Membership> {
  const place = path`/_matrix/client/v3/rooms/${roomId}/state/m.room.member/${person}`;
  const request = { method: 'GET', path: place, ...(as === undefined ? {} : { as }) } as const;
  try {
    return (await ask(requests, request, memberSchema)).membership;
  } catch (error) {
    if (isHomeserverError(error, 'M_NOT_FOUND')) return 'leave';
    throw error;
  }
}
