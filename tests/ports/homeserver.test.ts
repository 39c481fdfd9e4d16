import { describe } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { answer } from '../support/memory-database.ts';
import { MemoryHomeserverError, memoryHomeserver, outageOf } from '../support/memory-homeserver.ts';
import { memoryWords } from '../support/memory-words.ts';
import { deviceId, must, userId } from '../support/parsed.ts';
import { homeserverContract } from './homeserver-contract.ts';
import type { HomeserverWorld } from './homeserver-world.ts';

const people = { an: userId('@an:localhost'), bo: userId('@bo:localhost'), idle: userId('@idle:localhost') };

/** The homeserver in memory, with the people on it; the real one runs the same suites in `tests/integration`. */
function memoryWorld(): HomeserverWorld {
  const host = userId('@1712:localhost');
  const homeserver = memoryHomeserver(host);
  const { devices, names, rooms, identities, setMember } = homeserver;
  const leaver = userId('@leaver:localhost');
  for (const person of [...Object.values(people), leaver]) devices.set(person, new Set());
  const moving = (membership: 'join' | 'leave') => (roomId: RoomId, member: UserId) =>
    answer(() => {
      if (homeserver.closedAccounts.has(member)) throw new MemoryHomeserverError('M_USER_DEACTIVATED');
      setMember(roomId, { member, membership, sender: member });
    });
  const words = memoryWords(homeserver);
  let callers = 0;
  return {
    registrar: homeserver,
    rooms: homeserver,
    inviter: homeserver,
    inviting: homeserver,
    levels: homeserver,
    words,
    remover: homeserver,
    health: homeserver,
    presence: homeserver,
    accounts: homeserver,
    purger: homeserver,
    identities: homeserver,
    host,
    desk: userId('@1712_desk:localhost'),
    people,
    leaver,
    nobody: userId('@nobody:localhost'),
    elsewhere: userId('@rosa:elsewhere.example'),
    newCaller: () => userId(`@1712_caller_${(callers += 1)}:localhost`),
    profile: (caller) =>
      Promise.resolve({
        name: must(names.get(caller), 'a name'),
        devices: [...must(devices.get(caller), 'an account')],
      }),
    standing: (roomId, person) => {
      const change = rooms.get(roomId)?.changes.get(person);
      return Promise.resolve({ membership: change?.membership ?? 'leave', reason: change?.reason });
    },
    mayInvite: (roomId, person) => {
      const room = must(rooms.get(roomId), 'the room');
      return Promise.resolve(person === room.caller || room.inviters.has(person));
    },
    givePower: (roomId, person) =>
      answer(() => {
        must(rooms.get(roomId), 'the room').inviters.add(person);
      }),
    makeRoom: (by, invited) => {
      const roomId = homeserver.addRoom([by]);
      setMember(roomId, { member: invited, membership: 'invite', sender: by });
      return Promise.resolve(roomId);
    },
    enter: moving('join'),
    leave: moving('leave'),
    write: (roomId, person) => answer(() => homeserver.emit(roomId, person, { kind: 'encrypted' })),
    isTakenBack: ({ eventId }) => answer(() => words.takenBack.has(eventId)),
    useDevice: (person) => {
      must(devices.get(person), 'an account').add(deviceId('OWN'));
      homeserver.unseenMs.set(person, 0);
      return Promise.resolve();
    },
    makeIdentity: (person) => {
      identities.set(person, { masterKey: `key of ${person}`, signedDevices: 1, sessionKeys: [] });
      return Promise.resolve(`key of ${person}`);
    },
    ...outageOf(homeserver),
  };
}

describe('in memory,', () => {
  const world = memoryWorld();
  homeserverContract(() => world);
});
