import type { EventPlace } from '../../appservice/domain/conversation.ts';
import type { DeskMessage } from '../../appservice/domain/desk-message.ts';
import type { EventId, RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { DeskReader, DeskReading, DeskRoomMaker, DeskSender } from '../../appservice/ports/desk.ts';
import { answer } from './memory-database.ts';
import { inviteUnlessIn, MemoryHomeserverError } from './memory-homeserver.ts';
import type { MemoryHomeserver } from './memory-homeserver.ts';

/** A message as it stands in a desk room after its edits. */
export type DeskEntry = {
  readonly place: EventPlace;
  readonly mention: UserId | null;
  readonly hasHand: boolean;
  /** Signs to be pressed, other than the hand. */
  readonly signs: readonly string[];
  /** The message as it was sent, then each edit. */
  readonly versions: readonly DeskMessage[];
};

/** A desk that shows what it says and reads what a test lays down. */
export type MemoryDesk = DeskSender &
  DeskReader &
  DeskRoomMaker & {
    readonly entries: DeskEntry[];
    /** Every event that was taken back, in desk rooms or by anybody. */
    readonly redacted: Set<EventId>;
    /** What each space holds. */
    readonly children: Map<RoomId, readonly RoomId[]>;
    /** What stands in an encrypted event; of one that is not here nobody has the key. */
    readonly readings: Map<EventId, DeskReading>;
    /** What reading an event fails with. */
    readonly unreadable: Map<EventId, Error>;
    /** The messages of a room as they stand now, oldest first. */
    readonly shown: (roomId: RoomId) => readonly DeskMessage[];
  };

/** The desk on a homeserver in memory. */
export function memoryDesk(homeserver: MemoryHomeserver, desk: UserId): MemoryDesk {
  const entries: DeskEntry[] = [];
  const redacted = new Set<EventId>();
  const children = new Map<RoomId, readonly RoomId[]>();
  const readings = new Map<EventId, DeskReading>();
  const unreadable = new Map<EventId, Error>();
  return {
    entries,
    redacted,
    children,
    readings,
    unreadable,
    shown: (roomId) =>
      entries
        .filter(({ place }) => place.roomId === roomId && !redacted.has(place.eventId))
        .flatMap((entry) => entry.versions.slice(-1)),
    read: ({ eventId, sender: writer, content }) =>
      answer(() => {
        const failure = unreadable.get(eventId);
        if (failure !== undefined) throw failure;
        if (writer === desk) return { kind: 'nothing' };
        if (content.kind === 'plain-message') return { kind: 'not-encrypted' };
        if (content.kind !== 'encrypted') return { kind: 'nothing' };
        return readings.get(eventId) ?? { kind: 'unreadable' };
      }),
    ...sender(homeserver, desk, { entries, redacted }),
    ...roomMaker(homeserver, desk, children),
  };
}

function sender(
  homeserver: MemoryHomeserver,
  desk: UserId,
  { entries, redacted }: Pick<MemoryDesk, 'entries' | 'redacted'>,
): DeskSender {
  const sent = new Map<string, EventPlace>();
  return {
    send: ({ roomId, key, message, mention }) =>
      answer(() => {
        failIfAway(homeserver, 'desk-send');
        const known = sent.get(key);
        if (known !== undefined) return known;
        if (homeserver.rooms.get(roomId)?.members.get(desk) !== 'join') {
          throw new MemoryHomeserverError('desk-room-unknown');
        }
        const place = { roomId, eventId: homeserver.emit(roomId, desk, { kind: 'encrypted' }) };
        sent.set(key, place);
        entries.push({ place, mention, hasHand: false, signs: [], versions: [message] });
        return place;
      }),
    raiseHand: ({ of }) =>
      answer(() => {
        failIfAway(homeserver, 'desk-hand');
        const index = entries.findIndex((entry) => entry.place.eventId === of.eventId);
        const entry = entries[index];
        if (entry === undefined) throw new MemoryHomeserverError('unknown-event');
        entries[index] = { ...entry, hasHand: true };
      }),
    putSigns: ({ of, signs }) =>
      answer(() => {
        failIfAway(homeserver, 'desk-signs');
        const index = entries.findIndex((entry) => entry.place.eventId === of.eventId);
        const entry = entries[index];
        if (entry === undefined) throw new MemoryHomeserverError('unknown-event');
        entries[index] = { ...entry, signs };
      }),
    clear: ({ of }) =>
      answer(() => {
        failIfAway(homeserver, 'desk-clear');
        redacted.add(of.eventId);
        for (const [reaction, to] of homeserver.reactions) if (to === of.eventId) redacted.add(reaction);
        const index = entries.findIndex((entry) => entry.place.eventId === of.eventId);
        const entry = entries[index];
        if (entry !== undefined) entries[index] = { ...entry, versions: [], signs: [], hasHand: false };
      }),
    edit: ({ of, key, message }) =>
      answer(() => {
        failIfAway(homeserver, 'desk-edit');
        if (sent.has(key)) return;
        sent.set(key, of);
        const index = entries.findIndex((entry) => entry.place.eventId === of.eventId);
        const entry = entries[index];
        if (entry === undefined) throw new MemoryHomeserverError('unknown-event');
        entries[index] = { ...entry, versions: [...entry.versions, message] };
      }),
    redact: ({ of }) =>
      answer(() => {
        failIfAway(homeserver, 'desk-redact');
        if (homeserver.rooms.get(of.roomId)?.members.get(desk) !== 'join') {
          throw new MemoryHomeserverError('M_FORBIDDEN');
        }
        redacted.add(of.eventId);
      }),
  };
}

function roomMaker(
  homeserver: MemoryHomeserver,
  desk: UserId,
  children: Map<RoomId, readonly RoomId[]>,
): DeskRoomMaker {
  const made = new Map<string, RoomId>();
  const membersOf = (roomId: RoomId) => {
    const members = homeserver.rooms.get(roomId)?.members;
    return members?.get(desk) === 'join' ? members : undefined;
  };
  const make = (owner: string) =>
    answer(() => {
      failIfAway(homeserver, 'make-desk-room');
      const known = made.get(owner);
      if (known !== undefined && membersOf(known) !== undefined) return known;
      const roomId = homeserver.addRoom([desk]);
      made.set(owner, roomId);
      return roomId;
    });
  return {
    makeOwn: (counsellor, _name, month) => make(`own ${counsellor} ${month}`),
    makeTeam: (teamId) => make(`team ${teamId}`),
    makeSpace: (teamId) => make(`space ${teamId}`),
    peopleIn: (roomId) =>
      answer(() => {
        failIfAway(homeserver, 'people-in');
        const members = membersOf(roomId);
        if (members === undefined) return undefined;
        const isIn = (person: UserId) => person !== desk && members.get(person) !== 'leave';
        return [...members.keys()].filter((person) => isIn(person));
      }),
    ensureInvited: (roomId, people) =>
      answer(() => {
        failIfAway(homeserver, 'ensure-invited');
        for (const person of people) inviteUnlessIn(homeserver, { roomId, person, as: desk });
      }),
    ensureChildren: (space, rooms) =>
      answer(() => {
        failIfAway(homeserver, 'ensure-children');
        if (membersOf(space) === undefined) throw new MemoryHomeserverError('M_FORBIDDEN');
        children.set(space, rooms);
      }),
  };
}

function failIfAway(homeserver: MemoryHomeserver, name: string): void {
  const failure = homeserver.failure ?? homeserver.failing.get(name);
  if (failure !== undefined) throw new MemoryHomeserverError(failure);
}
