import { describe } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import type { RoomEventContent } from '../../appservice/ports/room-event.ts';
import { answer } from '../support/memory-database.ts';
import { memoryDesk } from '../support/memory-desk.ts';
import { memoryHomeserver, outageOf } from '../support/memory-homeserver.ts';
import { must, userId } from '../support/parsed.ts';
import { deskContract } from './desk-contract.ts';
import type { DeskWorld } from './desk-world.ts';

const host = userId('@1712:localhost');
const desk = userId('@1712_desk:localhost');
const counsellor = userId('@lotte:localhost');

/** The desk in memory; the real one runs the same suites in `tests/integration`. */
function memoryWorld(): DeskWorld {
  const homeserver = memoryHomeserver(host);
  const device = memoryDesk(homeserver, desk);
  const { readings } = device;
  const { rooms, outbox, setMember, addRoom } = homeserver;
  const room = addRoom([desk, counsellor]);
  const moving = (membership: 'join' | 'leave') => (roomId: RoomId, member: UserId) =>
    answer(() => {
      setMember(roomId, { member, membership, sender: member });
    });
  const emit = (content: RoomEventContent) => Promise.resolve(homeserver.emit(room, counsellor, content));
  return {
    sender: device,
    reader: device,
    maker: device,
    desk,
    counsellor,
    room,
    colleagues: { an: userId('@an:localhost'), bo: userId('@bo:localhost') },
    closedRooms: [addRoom([host])],
    seen: ({ eventId }) => {
      const entry = must(
        device.entries.find(({ place }) => place.eventId === eventId),
        'a message',
      );
      const { versions, mention, hasHand, signs } = entry;
      const reactions = hasHand ? ['✋', '✖'] : signs;
      return Promise.resolve({ versions, isMention: mention === counsellor, reactions });
    },
    isTakenBack: ({ eventId }) => Promise.resolve(device.redacted.has(eventId)),
    membership: (roomId, person) => Promise.resolve(rooms.get(roomId)?.members.get(person) ?? 'leave'),
    children: (space) => Promise.resolve(device.children.get(space) ?? []),
    shownIn: (space, person) => {
      const held = device.children.get(space) ?? [];
      return Promise.resolve(held.filter((roomId) => rooms.get(roomId)?.members.get(person) === 'join'));
    },
    destroy: async (roomId) => {
      await homeserver.purge(roomId);
    },
    enter: moving('join'),
    leave: moving('leave'),
    counsellorDoes: {
      write: async (body) => {
        const eventId = await emit({ kind: 'encrypted' });
        readings.set(eventId, { kind: 'text', body, messageKey: `message ${eventId}` });
        return eventId;
      },
      writeAgain: async (event) => {
        const eventId = await emit({ kind: 'encrypted' });
        readings.set(eventId, must(readings.get(event.eventId), 'what was written'));
        return eventId;
      },
      writeInClear: () => emit({ kind: 'plain-message' }),
      writeIllegibly: () => emit({ kind: 'encrypted' }),
      edit: async (of, newBody) => {
        const eventId = await emit({ kind: 'encrypted' });
        readings.set(eventId, { kind: 'edit', of, newBody });
        return eventId;
      },
      takeBack: (of) => emit({ kind: 'redaction', of }),
      react: (to, key) => emit({ kind: 'reaction', to, key }),
    },
    arrived: (eventId) =>
      Promise.resolve(
        must(
          outbox.find((event) => event.eventId === eventId),
          'an event',
        ),
      ),
    ...outageOf(homeserver),
  };
}

describe('in memory,', () => {
  const world = memoryWorld();
  deskContract(() => world);
});
