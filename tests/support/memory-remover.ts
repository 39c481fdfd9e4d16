import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { RoomRemover } from '../../appservice/ports/homeserver.ts';

type Room = { readonly roomId: RoomId; readonly members: ReadonlyMap<UserId, string> };

type Homeserver = {
  readonly setMember: (
    roomId: RoomId,
    change: {
      readonly member: UserId;
      readonly membership: 'leave';
      readonly sender: UserId;
      readonly reason: string;
    },
  ) => void;
};

/** What removing needs of the homeserver in memory. */
export type RemoverTools<Whole extends Homeserver> = {
  readonly self: () => Whole;
  readonly call: <T>(homeserver: Whole, name: string, act: () => T) => Promise<T>;
  readonly roomOf: (homeserver: Whole, id: RoomId, as: UserId) => Room;
};

/** Removes people as one of ours. */
export function memoryRemover<Whole extends Homeserver>(
  { self, call, roomOf }: RemoverTools<Whole>,
  by: () => UserId,
): RoomRemover {
  const removeOne = ({ roomId: id, members }: Room, person: UserId, reason: string) => {
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
