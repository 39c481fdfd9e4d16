import { describe, expect, test } from '@jest/globals';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

const { an, bo } = counsellors;

/** What every register of departures does. */
export function departuresContract(world: OpenWorld): void {
  describe('the departures', () => {
    test('are one for each conversation and person, the latest, until they are forgotten', async () => {
      const { conversationId, caseNumber } = await insert(world(), 1);
      const other = await insert(world(), 2);
      const first = { conversationId, caseNumber, person: an, wasReading: true, at: 5 };
      const latest = { ...first, wasReading: false, at: 9 };
      const between = { ...first, conversationId: other.conversationId, caseNumber: other.caseNumber, at: 7 };
      const found = await world().unitOfWork.run(async ({ departures }) => {
        for (const each of [first, between, latest, { ...first, person: bo }]) await departures.save(each);
        const both = await departures.of(an);
        await departures.forgetBefore(9);
        return [both, await departures.of(an), await departures.of(bo)];
      });
      expect(found).toEqual([[between, latest], [latest], []]);
    });
  });
}
