import { ClientEvent } from 'matrix-js-sdk/lib/client.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import type { RoomId } from '../../domain/ids.ts';
import type { DeskDevice } from './desk-device.ts';

/** How long a room that was just made may take to come by sync. */
const roomLimitMs = 5_000;

/** Waits until the desk's own sync shows a room that it made as `isShown` wants it; at most five seconds. */
export async function awaitOwnRoom(
  { client }: DeskDevice,
  roomId: RoomId,
  isShown: (room: Room) => boolean,
): Promise<void> {
  const isThere = (): boolean => {
    const room = client.getRoom(roomId);
    return room !== null && isShown(room);
  };
  if (isThere()) return;
  await new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(limit);
      client.off(ClientEvent.Sync, look);
      resolve();
    };
    const look = (): void => {
      if (isThere()) end();
    };
    const limit = setTimeout(end, roomLimitMs);
    client.on(ClientEvent.Sync, look);
  });
}
