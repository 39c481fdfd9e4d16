import type { RoomId, TeamId, UserId } from '../domain/ids.ts';

/** Whose desk room it is: one counsellor's own, or a team's. */
export type DeskPlace = { readonly own: UserId } | { readonly team: TeamId };

/** Which rooms are desk rooms (design 7), inside a unit of work. */
export interface DeskRooms {
  find(place: DeskPlace): Promise<RoomId | undefined>;
  /** What a room is to the desk; undefined when it is no desk room. */
  placeOf(roomId: RoomId): Promise<DeskPlace | undefined>;
  save(place: DeskPlace, roomId: RoomId): Promise<void>;
}
