import { z } from 'zod';
import { parseUserId, type RoomId, type UserId } from '../../domain/ids.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { memberEventOf, memberPath } from './membership.ts';

const joinedSchema = z.object({ joined: z.record(z.string(), z.unknown()) });

/** Toggled, because the homeserver makes no new event of a content that is already there. */
const resentMarker = 'be.1712.online.resent';

/**
 * Sends the member events of these people in a room again. matrix-js-sdk, and Element with it, ignores everything before the
 * last event that it knows of a room. For somebody who declined or left, that is their own leave event: on return they would
 * see no other member, encrypt for nobody, and trust no device that they hear from.
 */
export async function resendMemberEvents(
  requests: HomeserverRequests,
  roomId: RoomId,
  isWanted: (person: UserId) => boolean,
): Promise<void> {
  const request = { method: 'GET', path: path`/_matrix/client/v3/rooms/${roomId}/joined_members` } as const;
  const { joined } = await ask(requests, request, joinedSchema);
  for (const person of Object.keys(joined).map(parseUserId)) {
    if (person === undefined || !isWanted(person)) continue;
    const content = await memberEventOf(requests, { roomId, person });
    await requests.send({
      method: 'PUT',
      path: memberPath({ roomId, person }),
      as: person,
      body: { ...content, [resentMarker]: content?.[resentMarker] !== true },
    });
  }
}
