import { expect, test } from '@jest/globals';
import type { AddressView } from '../../appservice/domain/address.ts';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

/** Who wants or was shown which conversation's address. */
export function addressViewsContract(world: OpenWorld): void {
  test('the views of addresses are found, change their state, and go', async () => {
    const { conversationId } = await insert(world(), 1);
    const other = await insert(world(), 2);
    const base = { conversationId, counsellor: counsellors.an, askedAt: 5, state: 'asked' } as const;
    const first: AddressView = { ...base, viewId: '$first' };
    const second: AddressView = { ...base, viewId: '$second', askedAt: 6, state: 'shown' };
    await world().unitOfWork.run(async ({ addressViews }) => {
      for (const view of [first, second]) await addressViews.add(view);
      expect(await addressViews.find('$first')).toEqual(first);
      expect(await addressViews.of(conversationId)).toEqual([first, second]);
      expect(await addressViews.of(other.conversationId)).toEqual([]);
      expect(await addressViews.asked()).toEqual([first]);
      await addressViews.setState('$first', 'refused');
      expect(await addressViews.asked()).toEqual([]);
      await addressViews.remove('$first');
      expect(await addressViews.find('$first')).toBeUndefined();
      expect(await addressViews.of(conversationId)).toEqual([second]);
    });
  });
}
