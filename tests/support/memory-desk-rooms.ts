import type { DeskInvitations, DeskPlace, DeskRooms, DeskSpaces } from '../../appservice/ports/desk-rooms.ts';
import { answer, write, type MemoryDatabase } from './memory-database.ts';

/** Which rooms are desk rooms. */
export function memoryDeskRooms(database: MemoryDatabase): DeskRooms {
  const rows = () => database.tables.deskRooms;
  const leaving = (place: DeskPlace) => rows().filter((row) => isSamePlace(row.place, place));
  const others = (place: DeskPlace) => rows().filter((row) => !isSamePlace(row.place, place));
  return {
    find: (place) => answer(() => leaving(place)[0]?.roomId),
    placeOf: (roomId) =>
      answer(() => [...rows(), ...database.tables.leftDeskRooms].find((row) => row.roomId === roomId)?.place),
    save: (place, roomId, month) =>
      answer(() => {
        const left = [...database.tables.leftDeskRooms, ...leaving(place)];
        write(database, {
          leftDeskRooms: left.filter((row) => row.roomId !== roomId),
          deskRooms: [...others(place), { place, roomId, month }],
        });
      }),
    all: () => answer(() => rows()),
    leave: (place) =>
      answer(() => {
        const left = [...database.tables.leftDeskRooms, ...leaving(place)];
        write(database, { leftDeskRooms: left, deskRooms: others(place) });
      }),
    left: () => answer(() => database.tables.leftDeskRooms.map((row) => row.roomId)),
    forget: (roomId) =>
      answer(() => {
        write(database, {
          leftDeskRooms: database.tables.leftDeskRooms.filter((row) => row.roomId !== roomId),
        });
      }),
  };
}

/** The Matrix space of each team. */
export function memoryDeskSpaces(database: MemoryDatabase): DeskSpaces {
  const rows = () => database.tables.deskSpaces;
  return {
    all: () => answer(() => rows()),
    save: (teamId, roomId) =>
      answer(() => {
        write(database, { deskSpaces: new Map(rows()).set(teamId, roomId) });
      }),
    forget: (teamId) =>
      answer(() => {
        write(database, { deskSpaces: new Map([...rows()].filter(([team]) => team !== teamId)) });
      }),
  };
}

/** Invitations to the desk's rooms that nobody has accepted. */
export function memoryDeskInvitations(database: MemoryDatabase): DeskInvitations {
  const rows = () => database.tables.deskInvitations;
  const without = (key: string) => [...rows()].filter(([each]) => each !== key);
  return {
    invitedAt: (roomId, person) => answer(() => rows().get(`${roomId} ${person}`)),
    note: (roomId, person, now) =>
      answer(() => {
        write(database, { deskInvitations: new Map(rows()).set(`${roomId} ${person}`, now) });
      }),
    forget: (roomId, person) =>
      answer(() => {
        write(database, { deskInvitations: new Map(without(`${roomId} ${person}`)) });
      }),
  };
}

function isSamePlace(left: DeskPlace, right: DeskPlace): boolean {
  if ('own' in left) return 'own' in right && left.own === right.own;
  return 'team' in right && left.team === right.team;
}
