import { deskRemovalSentence, deskRenewedSentence } from '../domain/desk-words/desk-room-words.ts';
import type { RoomId } from '../domain/ids.ts';
import type { RoomPurger } from '../ports/homeserver.ts';
import type { KeepPeopleDependencies } from './keep-people.ts';

/** What clearing a desk room needs that was left. */
export interface ClearLeftRoomDependencies extends KeepPeopleDependencies {
  readonly purger: RoomPurger;
}

/**
 * Clears a desk room that was left for a newer one, or by whoever works here no more: everybody leaves it with a sentence
 * that says why, and the homeserver purges it (design 7, "own desk rooms are made anew each month, the old ones purged").
 * What is not done yet is done with the next run.
 */
export async function clearLeftRoom(
  { unitOfWork, rooms, deskRemover, purger }: ClearLeftRoomDependencies,
  roomId: RoomId,
): Promise<void> {
  const people = (await rooms.peopleIn(roomId)) ?? [];
  if (people.length > 0) {
    const isReplaced = await unitOfWork.read(async ({ deskRooms }) => {
      const place = await deskRooms.placeOf(roomId);
      return place !== undefined && (await deskRooms.find(place)) !== undefined;
    });
    await deskRemover.removeAll(roomId, isReplaced ? deskRenewedSentence : deskRemovalSentence);
  }
  if (await purger.purge(roomId)) await unitOfWork.run(({ deskRooms }) => deskRooms.forget(roomId));
}
