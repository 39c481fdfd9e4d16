import { describe, expect, test } from '@jest/globals';
import { conversationId } from '../support/parsed.ts';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

const { an, bo } = counsellors;

/** What every register of conversations that are over does. */
export function aftermathContract(world: OpenWorld): void {
  describe('the participants', () => {
    test('are those who were added, each once', async () => {
      const { conversationId: one } = await insert(world(), 1);
      const { conversationId: other } = await insert(world(), 2);
      const found = await world().unitOfWork.run(async ({ participants }) => {
        for (const person of [bo, an, bo]) await participants.add(one, person);
        return [await participants.of(one), await participants.of(other)];
      });
      expect(found).toEqual([[an, bo], []]);
    });
  });

  describe('the reopenings', () => {
    test('are one for each person, the latest, until they are removed', async () => {
      const { conversationId: one } = await insert(world(), 1);
      const found = await world().unitOfWork.run(async ({ reopenings }) => {
        await reopenings.save(one, { person: bo, until: 5, sharedBy: an });
        await reopenings.save(one, { person: an, until: 5, sharedBy: null });
        await reopenings.save(one, { person: an, until: 9, sharedBy: null });
        const both = await reopenings.of(one);
        await reopenings.remove(one, bo);
        return [both, await reopenings.of(one)];
      });
      const ofAn = { person: an, until: 9, sharedBy: null };
      expect(found).toEqual([[ofAn, { person: bo, until: 5, sharedBy: an }], [ofAn]]);
    });

    test('that are over at an instant are told with their conversation, those over first first', async () => {
      const { conversationId: one } = await insert(world(), 1);
      const { conversationId: other } = await insert(world(), 2);
      const over = await world().unitOfWork.run(async ({ reopenings }) => {
        await reopenings.save(one, { person: an, until: 10, sharedBy: null });
        await reopenings.save(one, { person: bo, until: 11, sharedBy: null });
        await reopenings.save(other, { person: an, until: 9, sharedBy: bo });
        return reopenings.over(10);
      });
      expect(over).toEqual([
        { conversationId: other, person: an, until: 9, sharedBy: bo },
        { conversationId: one, person: an, until: 10, sharedBy: null },
      ]);
    });

    test('of no conversation are none', async () => {
      const found = await world().unitOfWork.run(({ reopenings }) => reopenings.of(conversationId(77)));
      expect(found).toEqual([]);
    });
  });
}
