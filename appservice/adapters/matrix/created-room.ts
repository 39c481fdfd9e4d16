import { z } from 'zod';
import { parseRoomId, type RoomId, type UserId } from '../../domain/ids.ts';
import { HomeserverError } from './homeserver-error.ts';
import { ask, type HomeserverRequests } from './homeserver-requests.ts';

const createdSchema = z.object({ room_id: z.string() });

/** Makes a room as `as` (the host when left out) and tells its id. */
export async function createdRoom(
  requests: HomeserverRequests,
  body: Readonly<Record<string, unknown>>,
  as?: UserId,
): Promise<RoomId> {
  const request = { method: 'POST', path: '/_matrix/client/v3/createRoom', body } as const;
  const answer = await ask(requests, as === undefined ? request : { ...request, as }, createdSchema);
  const roomId = parseRoomId(answer.room_id);
  if (roomId === undefined) throw new HomeserverError('unexpected-answer');
  return roomId;
}
