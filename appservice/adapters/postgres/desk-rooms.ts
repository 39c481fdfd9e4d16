import { z } from 'zod';
import type {
  DeskInvitations,
  DeskPlace,
  DeskRoomEntry,
  DeskRooms,
  DeskSpaces,
} from '../../ports/desk-rooms.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const placeRow: z.ZodType<DeskPlace> = z.union([
  z.object({ kind: z.literal('own'), owner: columns.userId }).transform(({ owner }) => ({ own: owner })),
  z.object({ kind: z.literal('team'), owner: columns.teamId }).transform(({ owner }) => ({ team: owner })),
]);

const roomRow = z.object({ room_id: columns.roomId });

const entryRow: z.ZodType<DeskRoomEntry> = z
  .looseObject({ room_id: columns.roomId, month: z.string().nullable() })
  .transform((row, context) => {
    const place = placeRow.safeParse(row);
    if (!place.success) context.addIssue('neither own nor team');
    return { place: place.data ?? z.NEVER, roomId: row.room_id, month: row.month };
  });

/** Which rooms are desk rooms; a place has one, and a room is one place's. */
export function deskRoomsIn({ query }: Transaction): DeskRooms {
  const leaveAll = async (place: DeskPlace, but: string | null) => {
    await query(
      `INSERT INTO left_desk_rooms (room_id, kind, owner)
       SELECT room_id, kind, owner FROM desk_rooms
       WHERE kind = $1 AND owner = $2 AND room_id IS DISTINCT FROM $3 ON CONFLICT DO NOTHING`,
      [...keyOf(place), but],
    );
  };
  return {
    find: async (place) => {
      const rows = await query('SELECT room_id FROM desk_rooms WHERE kind = $1 AND owner = $2', keyOf(place));
      return parseRows(roomRow, rows)[0]?.room_id;
    },
    placeOf: async (roomId) => {
      const rows = await query(
        `SELECT kind, owner FROM desk_rooms WHERE room_id = $1
         UNION ALL SELECT kind, owner FROM left_desk_rooms WHERE room_id = $1`,
        [roomId],
      );
      return parseRows(placeRow, rows)[0];
    },
    save: async (place, roomId, month) => {
      await leaveAll(place, roomId);
      await query('DELETE FROM left_desk_rooms WHERE room_id = $1', [roomId]);
      await query(
        `INSERT INTO desk_rooms (kind, owner, room_id, month) VALUES ($1, $2, $3, $4)
         ON CONFLICT (kind, owner) DO UPDATE SET room_id = excluded.room_id, month = excluded.month`,
        [...keyOf(place), roomId, month],
      );
    },
    all: async () => parseRows(entryRow, await query('SELECT kind, owner, room_id, month FROM desk_rooms')),
    leave: async (place) => {
      await leaveAll(place, null);
      await query('DELETE FROM desk_rooms WHERE kind = $1 AND owner = $2', keyOf(place));
    },
    left: async () =>
      parseRows(roomRow, await query('SELECT room_id FROM left_desk_rooms')).map((row) => row.room_id),
    forget: async (roomId) => {
      await query('DELETE FROM left_desk_rooms WHERE room_id = $1', [roomId]);
      await query('DELETE FROM desk_invitations WHERE room_id = $1', [roomId]);
    },
  };
}

const spaceRow = z.object({ team: columns.teamId, room_id: columns.roomId });

/** The Matrix space of each team. */
export function deskSpacesIn({ query }: Transaction): DeskSpaces {
  return {
    all: async () => {
      const rows = parseRows(spaceRow, await query('SELECT team, room_id FROM desk_spaces'));
      return new Map(rows.map((row) => [row.team, row.room_id]));
    },
    save: async (teamId, roomId) => {
      await query(
        `INSERT INTO desk_spaces (team, room_id) VALUES ($1, $2)
         ON CONFLICT (team) DO UPDATE SET room_id = excluded.room_id`,
        [teamId, roomId],
      );
    },
    forget: async (teamId) => {
      await query('DELETE FROM desk_spaces WHERE team = $1', [teamId]);
    },
  };
}

const invitationRow = z.object({ invited_at: columns.instant });

/** Invitations to the desk's rooms that nobody has accepted. */
export function deskInvitationsIn({ query }: Transaction): DeskInvitations {
  return {
    invitedAt: async (roomId, person) => {
      const rows = await query('SELECT invited_at FROM desk_invitations WHERE room_id = $1 AND person = $2', [
        roomId,
        person,
      ]);
      return parseRows(invitationRow, rows)[0]?.invited_at;
    },
    note: async (roomId, person, now) => {
      await query(
        `INSERT INTO desk_invitations (room_id, person, invited_at) VALUES ($1, $2, $3)
         ON CONFLICT (room_id, person) DO UPDATE SET invited_at = excluded.invited_at`,
        [roomId, person, now],
      );
    },
    forget: async (roomId, person) => {
      await query('DELETE FROM desk_invitations WHERE room_id = $1 AND person = $2', [roomId, person]);
    },
  };
}

function keyOf(place: DeskPlace): readonly [kind: 'own' | 'team', owner: string] {
  return 'own' in place ? ['own', place.own] : ['team', place.team];
}
