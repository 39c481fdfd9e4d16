import type { SeenIdentity } from '../../appservice/domain/duty.ts';
import type { CaseNumber, DeviceId, EventId, RoomId, UserId } from '../../appservice/domain/ids.ts';
import type {
  CallerRegistrar,
  CounsellorIdentities,
  HomeserverHealth,
  InvitingByOthers,
  RoomLevelsKeeper,
  RoomCreator,
  RoomInviter,
  RoomPurger,
  RoomRemover,
  StaffAccounts,
  StaffPresence,
} from '../../appservice/ports/homeserver.ts';
import type { RoomEvent, RoomEventContent } from '../../appservice/ports/room-event.ts';
import { answer } from './memory-database.ts';
import { memoryLevels } from './memory-levels.ts';
import { memoryRemover } from './memory-remover.ts';
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
  /** What last happened to each of them. */
  readonly changes: Map<UserId, MemberChange>;
  /** Who may invite beside the caller and the host. */
  readonly inviters: Set<UserId>;
};

/** A homeserver in memory: it behaves as the ports promise, tells what was done, and can go away. */
export type MemoryHomeserver = CallerRegistrar &
  RoomCreator &
  RoomInviter &
  InvitingByOthers &
  RoomLevelsKeeper &
  RoomRemover &
  RoomPurger &
  HomeserverHealth &
  StaffPresence &
  StaffAccounts &
  CounsellorIdentities & {
    readonly host: UserId;
    /** Accounts and their devices; of whoever is not here the homeserver knows none. */
    readonly devices: Map<UserId, Set<DeviceId>>;
    readonly names: Map<UserId, string>;
    readonly rooms: Map<RoomId, MemoryRoom>;
    readonly identities: Map<UserId, SeenIdentity>;
    readonly closedAccounts: Set<UserId>;
    /** Since somebody's devices were seen; not here while they never were. */
    readonly unseenMs: Map<UserId, number>;
    /** Events that no transaction brought yet. */
    readonly outbox: RoomEvent[];
    /** Where every event is, and whose. */
    readonly written: Map<EventId, Pick<RoomEvent, 'roomId' | 'sender'>>;
    /** Reactions by their events, with what each was pressed under. */
    readonly reactions: Map<EventId, EventId>;
    /** Each call that changed something, as words. */
    readonly calls: string[];
    /** Null: works. Otherwise every call fails with this code. */
    failure: string | null;
    /** Calls of these names fail with the code, the others work. */
    readonly failing: Map<string, string>;
    /** Who removes people as another one of ours than the host. */
    readonly removerAs: (by: UserId) => RoomRemover;
    readonly addRoom: (members: readonly UserId[]) => RoomId;
    readonly setMember: (roomId: RoomId, change: MemberChange) => void;
    readonly emit: (room: RoomId, sender: UserId, content: RoomEventContent) => EventId;
  };

type MemberChange = {
  readonly member: UserId;
  readonly membership: Membership;
  readonly sender: UserId;
  readonly reason?: string;
};

/** The name every caller has in a conversation room (S23). */
const callerDisplayName = 'Beller';

/** A homeserver without anybody. */
export function memoryHomeserver(host: UserId): MemoryHomeserver {
  const state = {
    host,
    devices: new Map<UserId, Set<DeviceId>>(),
    names: new Map<UserId, string>(),
    rooms: new Map<RoomId, MemoryRoom>(),
    identities: new Map<UserId, SeenIdentity>(),
    closedAccounts: new Set<UserId>(),
    unseenMs: new Map<UserId, number>(),
    outbox: [] as RoomEvent[],
    written: new Map<EventId, Pick<RoomEvent, 'roomId' | 'sender'>>(),
    reactions: new Map<EventId, EventId>(),
    calls: [] as string[],
    failure: null as string | null,
    failing: new Map<string, string>(),
  };
  let events = 0;
  let made = 0;
  const emit = (room: RoomId, sender: UserId, content: RoomEventContent) => {
    events += 1;
    const id = eventId(`$event-${events}`);
    state.written.set(id, { roomId: room, sender });
    if (content.kind === 'reaction') state.reactions.set(id, content.to);
    state.outbox.push({ eventId: id, roomId: room, sender, originServerTs: 0, content, raw: {} });
    return id;
  };
  const setMember = (room: RoomId, change: MemberChange) => {
    const { member, membership, sender } = change;
    const { members, changes } = must(state.rooms.get(room), 'the room');
    members.set(member, membership);
    changes.set(member, change);
    emit(room, sender, { kind: 'member', member, membership });
  };
  const addRoom = (members: readonly UserId[]) => {
    const id = roomId(`!room-${(made += 1)}`);
    const nobody = { caller: null, caseNumber: null };
    state.rooms.set(id, {
      roomId: id,
      ...nobody,
      members: new Map(),
      changes: new Map(),
      inviters: new Set(),
    });
    for (const member of members) setMember(id, { member, membership: 'join', sender: member });
    return id;
  };
  const homeserver: MemoryHomeserver = Object.assign(state, {
    emit,
    setMember,
    addRoom,
    removerAs: (by: UserId) => memoryRemover({ self: () => homeserver, call, roomOf }, () => by),
    ...people(() => homeserver),
    ...rooms(() => homeserver),
  });
  return homeserver;
}

function people(
  self: () => MemoryHomeserver,
): CallerRegistrar & HomeserverHealth & StaffPresence & StaffAccounts & CounsellorIdentities {
  return {
    register: (caller, device) =>
      call(self(), 'register', () => {
        self().devices.set(caller, new Set([...(self().devices.get(caller) ?? []), device]));
        self().names.set(caller, callerDisplayName);
      }),
    removeDevice: (caller, device) =>
      call(self(), 'remove-device', () => {
        devicesOf(self(), caller).delete(device);
      }),
    isAnswering: () => answer(() => self().failure === null),
    unseenForMs: (counsellor) =>
      call(self(), 'presence', () => {
        const hasNoDevice = self().devices.get(counsellor)?.size === 0;
        return hasNoDevice ? Number.POSITIVE_INFINITY : self().unseenMs.get(counsellor);
      }),
    close: (member) =>
      call(self(), 'close-account', () => {
        if (serverOf(member) !== serverOf(self().host)) return false;
        self().closedAccounts.add(member);
        self().devices.get(member)?.clear();
        for (const { roomId: id, members } of self().rooms.values()) {
          const membership = members.get(member);
          if (membership !== undefined && membership !== 'leave') {
            self().setMember(id, { member, membership: 'leave', sender: member });
          }
        }
        return true;
      }),
    look: (counsellor) =>
      call(self(), 'look', () => {
        const identity = self().identities.get(counsellor);
        if (identity === undefined && serverOf(counsellor) !== serverOf(self().host)) {
          throw new MemoryHomeserverError('identity-unknown');
        }
        return identity ?? { masterKey: null, signedDevices: 0, sessionKeys: [] };
      }),
  };
}

function rooms(
  self: () => MemoryHomeserver,
): RoomCreator & RoomInviter & InvitingByOthers & RoomLevelsKeeper & RoomRemover & RoomPurger {
  return {
    createRoom: (caller, caseNumber) =>
      call(self(), 'create-room', () => {
        devicesOf(self(), caller);
        const id = madeBefore(self(), caller)?.roomId ?? self().addRoom([self().host]);
        const room = must(self().rooms.get(id), 'the room');
        self().rooms.set(id, { ...room, caller, caseNumber: room.caseNumber ?? caseNumber });
        if (room.members.get(caller) !== 'join') {
          self().setMember(id, { member: caller, membership: 'join', sender: caller });
        }
        return id;
      }),
    invite: (id, counsellor) =>
      call(self(), 'invite', () => {
        inviteUnlessIn(self(), { roomId: id, person: counsellor, as: self().host });
      }),
    prepareReturn: (id) =>
      call(self(), 'prepare-return', () => {
        roomOf(self(), id, self().host);
      }),
    allowInviting: (id, counsellor) =>
      call(self(), 'allow-inviting', () => {
        roomOf(self(), id, self().host).inviters.add(counsellor);
      }),
    forbidInviting: (id, counsellor) =>
      call(self(), 'forbid-inviting', () => {
        roomOf(self(), id, self().host).inviters.delete(counsellor);
      }),
    ...memoryLevels({ self, call, roomOf }, () => self().host),
    ...memoryRemover({ self, call, roomOf }, () => self().host),
    purge: (id) =>
      call(self(), 'purge', () => {
        const isGone = !self().rooms.has(id);
        self().rooms.delete(id);
        return isGone;
      }),
  };
}

/** The room that a caller is in, or that the host invited them to. */
function madeBefore({ rooms: all, host }: MemoryHomeserver, caller: UserId): MemoryRoom | undefined {
  const rooms = [...all.values()];
  const isInvited = ({ members, changes }: MemoryRoom) =>
    members.get(caller) === 'invite' && changes.get(caller)?.sender === host;
  return rooms.find(({ members }) => members.get(caller) === 'join') ?? rooms.find(isInvited);
}

/** A room that one of ours is in; of any other the homeserver tells nothing. */
export function roomOf(homeserver: MemoryHomeserver, id: RoomId, as: UserId): MemoryRoom {
  const room = homeserver.rooms.get(id);
  if (room?.members.get(as) !== 'join') throw new MemoryHomeserverError('M_FORBIDDEN');
  return room;
}

/** Invites somebody as one of ours; who is invited or joined already is fine. */
export function inviteUnlessIn(
  homeserver: MemoryHomeserver,
  { roomId: id, person, as }: { readonly roomId: RoomId; readonly person: UserId; readonly as: UserId },
): void {
  const membership = roomOf(homeserver, id, as).members.get(person);
  if (membership === 'invite' || membership === 'join') return;
  homeserver.setMember(id, { member: person, membership: 'invite', sender: as });
}

/** Refused for whoever was never registered, as is everything that is done in their name. */
function devicesOf(homeserver: MemoryHomeserver, caller: UserId): Set<DeviceId> {
  const devices = homeserver.devices.get(caller);
  if (devices === undefined) throw new MemoryHomeserverError('M_FORBIDDEN');
  return devices;
}

function serverOf(person: UserId): string {
  return person.slice(person.indexOf(':'));
}

function call<T>(homeserver: MemoryHomeserver, name: string, act: () => T): Promise<T> {
  return answer(() => {
    const failure = homeserver.failure ?? homeserver.failing.get(name);
    if (failure !== undefined) throw new MemoryHomeserverError(failure);
    homeserver.calls.push(name);
    return act();
  });
}

/** How this homeserver goes away and comes back. */
export function outageOf(homeserver: MemoryHomeserver) {
  const turn = (failure: MemoryHomeserver['failure']) => () => {
    homeserver.failure = failure;
    return Promise.resolve();
  };
  return { goAway: turn('unreachable'), comeBack: turn(null) };
}
