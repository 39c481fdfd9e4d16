import type { SeenIdentity } from '../../appservice/domain/duty.ts';
import type { CaseNumber, DeviceId, EventId, RoomId, UserId } from '../../appservice/domain/ids.ts';
import type {
  CallerRegistrar,
  CounsellorIdentities,
  HomeserverHealth,
  RoomCreator,
  RoomInviter,
  RoomRemover,
  StaffPresence,
} from '../../appservice/ports/homeserver.ts';
import type { RoomEvent, RoomEventContent } from '../../appservice/ports/room-event.ts';
import { answer } from './memory-database.ts';
import { eventId, must, roomId } from './parsed.ts';

/** What the fake homeserver throws while it is away; asked for by its code. */
export class MemoryHomeserverError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

type Membership = 'invite' | 'join' | 'leave';

/** A room with who is in it. */
export type MemoryRoom = {
  readonly roomId: RoomId;
  readonly caller: UserId | null;
  readonly caseNumber: CaseNumber | null;
  readonly members: Map<UserId, Membership>;
};

/** A homeserver in memory: it behaves as the ports promise, tells what was done, and can go away. */
export type MemoryHomeserver = CallerRegistrar &
  RoomCreator &
  RoomInviter &
  RoomRemover &
  HomeserverHealth &
  StaffPresence &
  CounsellorIdentities & {
    readonly host: UserId;
    readonly devices: Map<UserId, Set<DeviceId>>;
    readonly rooms: Map<RoomId, MemoryRoom>;
    readonly identities: Map<UserId, SeenIdentity>;
    readonly unseenMs: Map<UserId, number>;
    /** Events that no transaction brought yet. */
    readonly outbox: RoomEvent[];
    /** Each call that changed something, as words. */
    readonly calls: string[];
    /** Null: works. Otherwise every call fails with this code. */
    failure: string | null;
    /** Calls of these names fail with the code, the others work. */
    readonly failing: Map<string, string>;
    readonly addRoom: (members: readonly UserId[]) => RoomId;
    readonly setMember: (roomId: RoomId, change: MemberChange) => void;
    readonly emit: (room: RoomId, sender: UserId, content: RoomEventContent) => EventId;
  };

type MemberChange = { readonly member: UserId; readonly membership: Membership; readonly sender: UserId };

/** A homeserver without anybody. */
export function memoryHomeserver(host: UserId): MemoryHomeserver {
  const state = {
    host,
    devices: new Map<UserId, Set<DeviceId>>(),
    rooms: new Map<RoomId, MemoryRoom>(),
    identities: new Map<UserId, SeenIdentity>(),
    unseenMs: new Map<UserId, number>(),
    outbox: [] as RoomEvent[],
    calls: [] as string[],
    failure: null as string | null,
    failing: new Map<string, string>(),
  };
  let events = 0;
  const emit = (room: RoomId, sender: UserId, content: RoomEventContent) => {
    events += 1;
    const id = eventId(`$event-${events}`);
    state.outbox.push({ eventId: id, roomId: room, sender, originServerTs: 0, content, raw: {} });
    return id;
  };
  const setMember = (room: RoomId, { member, membership, sender }: MemberChange) => {
    must(state.rooms.get(room), 'the room').members.set(member, membership);
    emit(room, sender, { kind: 'member', member, membership });
  };
  const addRoom = (members: readonly UserId[], of: Partial<MemoryRoom> = {}) => {
    const id = roomId(`!room-${state.rooms.size + 1}`);
    state.rooms.set(id, { roomId: id, caller: null, caseNumber: null, members: new Map(), ...of });
    for (const member of members) setMember(id, { member, membership: 'join', sender: member });
    return id;
  };
  const homeserver: MemoryHomeserver = Object.assign(state, {
    emit,
    setMember,
    addRoom,
    ...people(() => homeserver),
    ...rooms(() => homeserver),
  });
  return homeserver;
}

function people(
  self: () => MemoryHomeserver,
): CallerRegistrar & HomeserverHealth & StaffPresence & CounsellorIdentities {
  return {
    register: (caller, device) =>
      call(self(), 'register', () => {
        self().devices.set(caller, new Set([device]));
      }),
    removeDevice: (caller, device) =>
      call(self(), 'remove-device', () => {
        self().devices.get(caller)?.delete(device);
      }),
    isAnswering: () => answer(() => self().failure === null),
    unseenForMs: (counsellor) => call(self(), 'presence', () => self().unseenMs.get(counsellor)),
    look: (counsellor) =>
      call(self(), 'look', () => self().identities.get(counsellor) ?? { masterKey: null, signedDevices: 0 }),
  };
}

function rooms(self: () => MemoryHomeserver): RoomCreator & RoomInviter & RoomRemover {
  const removeOne = (id: RoomId, person: UserId) => {
    const membership = self().rooms.get(id)?.members.get(person);
    if (membership === undefined || membership === 'leave') return;
    self().setMember(id, { member: person, membership: 'leave', sender: self().host });
  };
  return {
    createRoom: (caller, caseNumber) =>
      call(self(), 'create-room', () => {
        if (!self().devices.has(caller)) throw new MemoryHomeserverError('unknown-caller');
        const known = [...self().rooms.values()].find((room) => room.caller === caller);
        if (known !== undefined) return known.roomId;
        const id = self().addRoom([self().host, caller]);
        self().rooms.set(id, { ...must(self().rooms.get(id), 'the new room'), caller, caseNumber });
        return id;
      }),
    invite: (id, counsellor) =>
      call(self(), 'invite', () => {
        const membership = self().rooms.get(id)?.members.get(counsellor);
        if (membership === 'invite' || membership === 'join') return;
        self().setMember(id, { member: counsellor, membership: 'invite', sender: self().host });
      }),
    remove: (id, person) =>
      call(self(), 'remove', () => {
        removeOne(id, person);
      }),
    removeAll: (id) =>
      call(self(), 'remove-all', () => {
        for (const person of self().rooms.get(id)?.members.keys() ?? []) {
          if (person !== self().host) removeOne(id, person);
        }
      }),
  };
}

function call<T>(homeserver: MemoryHomeserver, name: string, act: () => T): Promise<T> {
  return answer(() => {
    const failure = homeserver.failure ?? homeserver.failing.get(name);
    if (failure !== undefined) throw new MemoryHomeserverError(failure);
    homeserver.calls.push(name);
    return act();
  });
}
