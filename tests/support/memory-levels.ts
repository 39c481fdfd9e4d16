import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { RoomLevelsKeeper } from '../../appservice/ports/homeserver.ts';

type Room = { readonly inviters: Set<UserId> };

/** What putting levels back needs of the homeserver in memory. */
export type LevelsTools<Whole extends { readonly rooms: ReadonlyMap<RoomId, Room> }> = {
  readonly self: () => Whole;
  readonly call: <T>(homeserver: Whole, name: string, act: () => T) => Promise<T>;
  readonly roomOf: (homeserver: Whole, id: RoomId, as: UserId) => Room;
};

/** Puts back who may invite: all that the homeserver in memory knows of levels. */
export function memoryLevels<Whole extends { readonly rooms: ReadonlyMap<RoomId, Room> }>(
  { self, call, roomOf }: LevelsTools<Whole>,
  host: () => UserId,
): RoomLevelsKeeper {
  const keepOnly = (room: Room | undefined, kept: readonly UserId[]) => {
    for (const person of room?.inviters ?? []) if (!kept.includes(person)) room?.inviters.delete(person);
  };
  return {
    putBackConversation: (id, { mayKeep }) =>
      call(self(), 'put-back-levels', () => {
        keepOnly(roomOf(self(), id, host()), mayKeep);
      }),
    putBackDesk: (id) =>
      call(self(), 'put-back-levels', () => {
        keepOnly(self().rooms.get(id), []);
      }),
  };
}
