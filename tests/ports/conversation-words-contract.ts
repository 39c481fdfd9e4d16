import { describe, expect, test } from '@jest/globals';
import { caseNumber, eventId, roomId } from '../support/parsed.ts';
import { registered, type OpenHomeserver } from './homeserver-world.ts';

/** Whose a line of a conversation is, and taking it back; what it says the service never learns. */
export function conversationWordsContract(world: OpenHomeserver): void {
  const made = async () => {
    const room = await world().rooms.createRoom(await registered(world()), caseNumber('4711'));
    const { an } = world().people;
    await world().inviter.invite(room, an);
    await world().enter(room, an);
    return { room, an, line: await world().write(room, an) };
  };

  describe('a line of a conversation', () => {
    test('is told whose it is', async () => {
      const { room, an, line } = await made();
      expect(await world().words.writerOf({ roomId: room, eventId: line })).toBe(an);
    });

    test('is taken back for everybody, however often it is asked', async () => {
      const { room, line } = await made();
      const of = { roomId: room, eventId: line };
      expect(await world().isTakenBack(of)).toBe(false);
      for (let time = 0; time < 2; time += 1) await world().words.takeBack({ of, key: `take back ${line}` });
      expect(await world().isTakenBack(of)).toBe(true);
    });

    test('is nobody’s in another room, in one that is not there, and when there is none', async () => {
      const [one, other] = [await made(), await made()];
      const places = [
        { roomId: other.room, eventId: one.line },
        { roomId: roomId('!nowhere'), eventId: one.line },
        { roomId: one.room, eventId: eventId('$nothing') },
      ];
      const writers = await Promise.all(places.map((place) => world().words.writerOf(place)));
      expect(writers).toEqual([undefined, undefined, undefined]);
    });
  });
}
