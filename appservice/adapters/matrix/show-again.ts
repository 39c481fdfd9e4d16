import { z } from 'zod';
import { parseUserId, type RoomId, type UserId } from '../../domain/ids.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import { memberEventOf, memberPath } from './membership.ts';

const joinedSchema = z.object({ joined: z.record(z.string(), z.unknown()) });

/** Toggled, because the homeserver makes no new event of a content that is already there. */
const mark = 'be.1712.shown_again';

/**
 * Sends the member events of these people in a room once more. matrix-js-sdk, and Element with it, drops everything before
 * the last event that it knows of a room; to whoever declined an invitation that is their own going. When they come back
 * they would see nobody else in the room: they would encrypt for nobody, and not trust the device whose words they get.
 */
export async function showAgain(
  requests: HomeserverRequests,
  roomId: RoomId,
  isShown: (person: UserId) => boolean,
): Promise<void> {
  const request = { method: 'GET', path: path`/_matrix/client/v3/rooms/${roomId}/joined_members` } as const;
  const { joined } = await ask(requests, request, joinedSchema);
  for (const person of Object.keys(joined).map(parseUserId)) {
    if (person === undefined || !isShown(person)) continue;
    const content = await memberEventOf(requests, { roomId, person });
    await requests.send({
      method: 'PUT',
      path: memberPath({ roomId, person }),
      as: person,
      body: { ...content, [mark]: content?.[mark] !== true },
    });
  }
}
