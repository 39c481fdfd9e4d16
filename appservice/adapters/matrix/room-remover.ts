import { z } from 'zod';
import { parseUserId, type RoomId, type UserId } from '../../domain/ids.ts';
import type { RoomRemover } from '../../ports/homeserver.ts';
import { HomeserverError, isHomeserverError } from './homeserver-error.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { membershipOf, membershipSchema } from './membership.ts';

const membersSchema = z.object({
  chunk: z.array(
    z.object({ state_key: z.string(), content: z.object({ membership: membershipSchema.optional() }) }),
  ),
});

/** Somebody may come in while others are removed; so often it is looked again. */
const mostRounds = 5;

/** Removes people as `by`: the host from conversation rooms (design 5.10), the desk from its own. */
export function roomRemover(requests: HomeserverRequests, by: UserId): RoomRemover {
  const remove: RoomRemover['remove'] = async (roomId, person, reason) => {
    try {
      await requests.send({
        method: 'POST',
        path: path`/_matrix/client/v3/rooms/${roomId}/kick`,
        body: { user_id: person, reason },
        as: by,
      });
    } catch (error) {
      if (!isHomeserverError(error, 'M_FORBIDDEN', 'M_NOT_FOUND', 'M_UNKNOWN')) throw error;
      const membership = await membershipOf(requests, { roomId, person, as: by });
      if (membership !== 'leave' && membership !== 'ban') throw error;
    }
  };
  return {
    remove,
    removeAll: async (roomId, reason) => {
      for (let round = 0; round < mostRounds; round += 1) {
        const people = await peopleIn(requests, roomId, by);
        if (people.length === 0) return;
        for (const person of people) await remove(roomId, person, reason);
      }
      throw new HomeserverError('unexpected-answer');
    },
  };
}

/** Who is in a room or invited, as `by` sees it, but for `by`. */
export async function peopleIn(requests: HomeserverRequests, roomId: RoomId, by: UserId): Promise<UserId[]> {
  const request = {
    method: 'GET',
    path: path`/_matrix/client/v3/rooms/${roomId}/members`,
    query: { not_membership: 'leave' },
    as: by,
  } as const;
  const { chunk } = await ask(requests, request, membersSchema);
  return chunk
    .filter((member) => member.content.membership !== 'ban' && member.state_key !== by)
    .map((member) => parseUserId(member.state_key))
    .filter((person) => person !== undefined);
}
