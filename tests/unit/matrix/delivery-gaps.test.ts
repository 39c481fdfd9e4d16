import { describe, expect, test } from '@jest/globals';
import { deliveryGaps } from '../../../appservice/adapters/matrix/delivery-gaps.ts';

describe('the gaps between transactions', () => {
  test('are none when each follows the one before, whatever the first number, and when one comes again', () => {
    const { isAhead } = deliveryGaps();
    expect(['41', '42', '43', '43', '42', '44'].filter(isAhead)).toEqual([]);
  });

  test('make the homeserver send the missing one first', () => {
    const { isAhead } = deliveryGaps();
    const delivered = ['300', '302', '301', '302', '303'];
    expect(delivered.map(isAhead)).toEqual([false, true, false, false, false]);
  });

  test('are passed over when the same one comes again, because nothing is missing', () => {
    const { isAhead } = deliveryGaps();
    expect(['300', '302', '302', '303'].map(isAhead)).toEqual([false, true, false, false]);
  });

  test('are normal after a few that brought nothing, as where application services share a homeserver', () => {
    const { isAhead } = deliveryGaps();
    const refused = ['1', '3', '3', '5', '5', '7', '7', '9', '11'].map(isAhead);
    expect(refused).toEqual([false, true, false, true, false, true, false, false, false]);
  });

  test('keep being minded as long as refusing helps', () => {
    const { isAhead } = deliveryGaps();
    isAhead('1');
    for (const first of [3, 6, 9, 12, 15]) {
      expect(isAhead(`${first}`)).toBe(true);
      expect(isAhead(`${first - 1}`)).toBe(false);
      expect(isAhead(`${first}`)).toBe(false);
      isAhead(`${first + 1}`);
    }
  });

  test('say nothing about identifiers that are no numbers', () => {
    const { isAhead } = deliveryGaps();
    expect(['a', '1', 'b', 'm1234.7'].map(isAhead)).toEqual([false, false, false, false]);
  });
});
