import { describe, expect, test } from '@jest/globals';
import type { EventPlace } from '../../appservice/domain/conversation.ts';
import { eventId } from '../support/parsed.ts';
import { words, type OpenDesk } from './desk-world.ts';

const coded = expect.objectContaining({ code: expect.any(String) });

/** Who speaks for the desk. */
export function deskSenderContract(world: OpenDesk): void {
  const say = (key: string, more: { readonly isRinging?: boolean } = {}): Promise<EventPlace> => {
    const { sender, room, counsellor } = world();
    const mention = more.isRinging === true ? counsellor : null;
    return sender.send({ roomId: room, key, message: words(key), mention });
  };

  describe('the desk', () => {
    test('rings with a message that mentions its reader', async () => {
      const card = await say('rings', { isRinging: true });
      expect(card.roomId).toBe(world().room);
      expect(await world().seen(card)).toEqual({
        versions: [words('rings')],
        isMention: true,
        reactions: [],
      });
    });

    test('rings with no other', async () => {
      expect(await world().seen(await say('does not ring'))).toMatchObject({ isMention: false });
    });

    test('says a thing once for one key, and again for another one', async () => {
      const first = await say('once');
      expect(await say('once')).toEqual(first);
      expect(await say('twice')).not.toEqual(first);
    });

    test('puts both hands under a card, once, however often it is asked', async () => {
      const card = await say('hands');
      for (let time = 0; time < 2; time += 1) await world().sender.raiseHand({ of: card, key: 'hands' });
      expect((await world().seen(card, { reactions: 2 })).reactions.toSorted()).toEqual(['✋', '✖']);
    });

    test('replaces what it said, once for one key, and again for another one', async () => {
      const said = await say('first');
      const edit = (key: string) => world().sender.edit({ of: said, key, message: words(key) });
      for (const key of ['second', 'second', 'third']) await edit(key);
      const { versions } = await world().seen(said, { versions: 3 });
      expect(versions).toEqual(['first', 'second', 'third'].map(words));
    });

    test('takes back what it said and what somebody else wrote, however often it is asked', async () => {
      const { sender, room, counsellorDoes, isTakenBack } = world();
      const said = await say('to be taken back');
      const written = { roomId: room, eventId: await counsellorDoes.write('!blokkeer met de reden') };
      expect([await isTakenBack(said), await isTakenBack(written)]).toEqual([false, false]);
      for (const key of ['back', 'back', 'back again']) await sender.redact({ of: said, key });
      await sender.redact({ of: written, key: 'theirs' });
      expect([await isTakenBack(said), await isTakenBack(written)]).toEqual([true, true]);
    });

    test('puts signs under a message, each once, however often it is asked', async () => {
      const question = await say('has signs');
      const signs = ['1⃣', '2⃣', '❔'];
      for (let time = 0; time < 2; time += 1)
        await world().sender.putSigns({ of: question, key: 'signs', signs });
      expect((await world().seen(question, { reactions: 3 })).reactions.toSorted()).toEqual(signs);
    });

    test('clears a message of all that hangs on it, and what a counsellor wrote', async () => {
      const { sender, room, counsellorDoes, isTakenBack } = world();
      const question = await say('cleared');
      await sender.edit({ of: question, key: 'answered', message: words('answered') });
      const pressed = { roomId: room, eventId: await counsellorDoes.react(question.eventId, '1⃣') };
      const written = { roomId: room, eventId: await counsellorDoes.write('2') };
      for (const place of [question, written, question]) {
        await sender.clear({ of: place, key: 'clear', isWithOwnSigns: false });
      }
      for (const place of [question, pressed, written]) expect(await isTakenBack(place)).toBe(true);
    });

    test('is refused by a code an event that is not there', async () => {
      const of = { roomId: world().room, eventId: eventId('$nothing') };
      await expect(world().sender.raiseHand({ of, key: 'hand of nothing' })).rejects.toEqual(coded);
      const edit = { of, key: 'edit of nothing', message: words('nothing') };
      await expect(world().sender.edit(edit)).rejects.toEqual(coded);
    });

    test('says nothing where it may not, which is told by a code', async () => {
      const { sender, closedRooms } = world();
      const refusals = closedRooms.map((roomId, index) =>
        sender.send({ roomId, key: `closed ${index}`, message: words('closed'), mention: null }),
      );
      for (const refusal of await Promise.allSettled(refusals)) {
        expect(refusal).toEqual({ status: 'rejected', reason: coded });
      }
    });
  });
}
