import type { CalendarMonth } from '../domain/desk-renewal.ts';
import type { RoomId, TeamId, UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** Whose desk room it is: one counsellor's own, or a team's. */
export type DeskPlace = { readonly own: UserId } | { readonly team: TeamId };

/** A desk room that is in use; `month` is the one it was made for, null where that was not written down. */
export type DeskRoomEntry = {
  readonly place: DeskPlace;
  readonly roomId: RoomId;
  readonly month: CalendarMonth | null;
};

/** Which rooms are desk rooms (design 7), inside a unit of work. A place has one; those before it are left, to be purged. */
export interface DeskRooms {
  find(place: DeskPlace): Promise<RoomId | undefined>;
  /** What a room is to the desk, also one that was left; undefined when it is no desk room. */
  placeOf(roomId: RoomId): Promise<DeskPlace | undefined>;
  /** From now on this is the place's room; the one before, if there is another, is left. */
  save(place: DeskPlace, roomId: RoomId, month: CalendarMonth | null): Promise<void>;
  /** Every room in use. */
  all(): Promise<readonly DeskRoomEntry[]>;
  /** The place has no room any more; the one it had is left. */
  leave(place: DeskPlace): Promise<void>;
  /** Rooms that were left and not forgotten. */
  left(): Promise<readonly RoomId[]>;
  /** A room that was left is no desk room any more: it is gone. */
  forget(roomId: RoomId): Promise<void>;
}

/** The Matrix space of each team, inside a unit of work. */
export interface DeskSpaces {
  all(): Promise<ReadonlyMap<TeamId, RoomId>>;
  save(teamId: TeamId, roomId: RoomId): Promise<void>;
  forget(teamId: TeamId): Promise<void>;
}

/** Invitations to the desk's rooms that nobody has accepted, inside a unit of work: nobody is asked again each minute. */
export interface DeskInvitations {
  /** When somebody was last invited; undefined once they came, and before they were. */
  invitedAt(roomId: RoomId, person: UserId): Promise<Instant | undefined>;
  note(roomId: RoomId, person: UserId, now: Instant): Promise<void>;
  /** They came. */
  forget(roomId: RoomId, person: UserId): Promise<void>;
}
