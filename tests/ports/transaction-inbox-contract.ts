import { describe, expect, test } from '@jest/globals';
import type { OpenWorld } from './register-world.ts';

/** The inbox of transactions. */
export function transactionInboxContract(world: OpenWorld): void {
  describe('the inbox of transactions', () => {
    test('gives the oldest one until it is completed', async () => {
      const { transactionInbox } = world();
      await transactionInbox.store('one', [{ type: 'm.room.member', odd: '\0\ud800' }]);
      await transactionInbox.store('two', []);
      const first = await transactionInbox.next();
      expect(first?.events).toEqual([{ type: 'm.room.member', odd: '\0\ud800' }]);
      expect(await transactionInbox.next()).toEqual(first);
      await transactionInbox.complete(first?.sequence ?? 0);
      expect((await transactionInbox.next())?.events).toEqual([]);
    });

    test('is not changed by a transaction that comes again, before and after it is completed', async () => {
      const { transactionInbox } = world();
      await transactionInbox.store('one', [1]);
      await transactionInbox.store('one', [2]);
      const first = await transactionInbox.next();
      expect(first?.events).toEqual([1]);
      await transactionInbox.complete(first?.sequence ?? 0);
      await transactionInbox.store('one', [3]);
      expect(await transactionInbox.next()).toBeUndefined();
    });

    test('keeps one of many that race', async () => {
      const { transactionInbox } = world();
      await Promise.all([1, 2, 3].map((each) => transactionInbox.store('one', [each])));
      const first = await transactionInbox.next();
      await transactionInbox.complete(first?.sequence ?? 0);
      expect(await transactionInbox.next()).toBeUndefined();
    });
  });
}
