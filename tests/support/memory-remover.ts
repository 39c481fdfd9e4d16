import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { RoomRemover } from '../../appservice/ports/homeserver.ts';
import type { MemoryHomeserver, MemoryRoom } from './memory-homeserver.ts';

/** What removing needs of the homeserver in memory. */
export type RemoverTools = {
  readonly self: () => MemoryHomeserver;
  readonly call: <T>(homeserver: MemoryHomeserver, name: string, act: () => T) => Promise<T>;
  readonly roomOf: (homeserver: MemoryHomeserver, id: RoomId, as: UserId) => MemoryRoom;
};

/** Removes people as one of ours. */
export function memoryRemover({ self, call, roomOf }: RemoverTools, by: () => UserId): RoomRemover {
  const removeOne = ({ roomId: id, members }: MemoryRoom, person: UserId, reason: string) => {
    const membership = members.get(person);
    if (membership === undefined || membership === 'leave') return;
    self().setMember(id, { member: person, membership: 'leave', sender: by(), reason });
  };
  return {
    remove: (id, person, reason) =>
      call(self(), 'remove', () => {
        removeOne(roomOf(self(), id, by()), person, reason);
      }),
    removeAll: (id, reason) =>
      call(self(), 'remove-all', () => {
        const room = roomOf(self(), id, by());
        for (const person of room.members.keys()) {
          if (person !== by()) removeOne(room, person, reason);
        }
      }),
  };
}
