import { z } from 'zod';
import type { DeskPlace, DeskRooms } from '../../ports/desk-rooms.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const placeRow: z.ZodType<DeskPlace> = z.union([
  z.object({ kind: z.literal('own'), owner: columns.userId }).transform(({ owner }) => ({ own: owner })),
  z.object({ kind: z.literal('team'), owner: columns.teamId }).transform(({ owner }) => ({ team: owner })),
]);

/** Which rooms are desk rooms; a place has one, and a room is one place's. */
export function deskRoomsIn({ query }: Transaction): DeskRooms {
  return {
    find: async (place) => {
      const rows = await query('SELECT room_id FROM desk_rooms WHERE kind = $1 AND owner = $2', keyOf(place));
      return parseRows(z.object({ room_id: columns.roomId }), rows)[0]?.room_id;
    },
    placeOf: async (roomId) => {
      const rows = await query('SELECT kind, owner FROM desk_rooms WHERE room_id = $1', [roomId]);
      return parseRows(placeRow, rows)[0];
    },
    save: async (place, roomId) => {
      await query(
        `INSERT INTO desk_rooms (kind, owner, room_id) VALUES ($1, $2, $3)
         ON CONFLICT (kind, owner) DO UPDATE SET room_id = excluded.room_id`,
        [...keyOf(place), roomId],
      );
    },
  };
}

function keyOf(place: DeskPlace): readonly [kind: 'own' | 'team', owner: string] {
  return 'own' in place ? ['own', place.own] : ['team', place.team];
}
