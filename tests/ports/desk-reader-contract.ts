import { describe, expect, test } from '@jest/globals';
import type { EventId } from '../../appservice/domain/ids.ts';
import type { DeskReading } from '../../appservice/ports/desk.ts';
import { words, type OpenDesk } from './desk-world.ts';

/** Who reads for the desk. */
export function deskReaderContract(world: OpenDesk): void {
  const readingOf = async (eventId: EventId): Promise<DeskReading> =>
    await world().reader.read(await world().arrived(eventId));
  const text = (body: string) => ({ kind: 'text', body, messageKey: expect.any(String) });

  describe('the desk', () => {
    test('reads what a counsellor writes, and tells one message from another of the same words', async () => {
      const { write } = world().counsellorDoes;
      const [one, other] = [await readingOf(await write('!wie')), await readingOf(await write('!wie'))];
      expect([one, other]).toEqual([text('!wie'), text('!wie')]);
      expect(one).not.toEqual(other);
    });

    test('knows a message that is sent again in another event', async () => {
      const { write, writeAgain } = world().counsellorDoes;
      const first = await world().arrived(await write('!help'));
      const again = await world().arrived(await writeAgain(first));
      expect(again.eventId).not.toBe(first.eventId);
      expect(await world().reader.read(again)).toEqual(text('!help'));
      expect(await world().reader.read(again)).toEqual(await world().reader.read(first));
    });

    test('tells what was written in clear, and does not say what it was', async () => {
      const eventId = await world().counsellorDoes.writeInClear('!aan');
      expect(await readingOf(eventId)).toEqual({ kind: 'not-encrypted' });
    });

    test('tells an edit from what is written, and which message it is of', async () => {
      const { write, edit } = world().counsellorDoes;
      const of = await write('!wie');
      const reading = await readingOf(await edit(of, '!uit'));
      expect(reading).toEqual({ kind: 'edit', of, newBody: '!uit' });
    });

    test('learns which message was taken back, and reads nothing in that', async () => {
      const { write, takeBack } = world().counsellorDoes;
      const of = await write('!wie');
      await world().arrived(of);
      const removal = await takeBack(of);
      expect((await world().arrived(removal)).content).toEqual({ kind: 'redaction', of });
      expect(await readingOf(removal)).toEqual({ kind: 'nothing' });
    });

    test('tells what it cannot read', async () => {
      const eventId = await world().counsellorDoes.writeIllegibly();
      expect(await readingOf(eventId)).toEqual({ kind: 'unreadable' });
    });

    test('reads nothing in a reaction, and in its own words', async () => {
      const { sender, room, counsellorDoes } = world();
      const message = { roomId: room, key: 'own words', message: words('own'), mention: null };
      const own = await sender.send(message);
      expect(await readingOf(own.eventId)).toEqual({ kind: 'nothing' });
      const reaction = await counsellorDoes.react(own.eventId, '✋');
      expect((await world().arrived(reaction)).content).toEqual({
        kind: 'reaction',
        to: own.eventId,
        key: '✋',
      });
      expect(await readingOf(reaction)).toEqual({ kind: 'nothing' });
    });
  });
}
