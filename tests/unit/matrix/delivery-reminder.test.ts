import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { deliveryReminder } from '../../../appservice/adapters/matrix/delivery-reminder.ts';

describe('the reminder of deliveries', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('pings at once, and again with growing pauses until the homeserver answers', async () => {
    let failures = 3;
    const ping = jest.fn(() => (failures-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve()));
    deliveryReminder(ping).remind();
    await jest.advanceTimersByTimeAsync(0);
    expect(ping).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(500);
    expect(ping).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1_000 + 2_000);
    expect(ping).toHaveBeenCalledTimes(4);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ping).toHaveBeenCalledTimes(4);
  });

  test('is quick again after a delivery', async () => {
    const ping = jest.fn(() => Promise.reject(new Error('away')));
    const reminder = deliveryReminder(ping);
    reminder.remind();
    await jest.advanceTimersByTimeAsync(60_000);
    const before = ping.mock.calls.length;
    reminder.delivered();
    await jest.advanceTimersByTimeAsync(10_000);
    reminder.remind();
    await jest.advanceTimersByTimeAsync(600);
    expect(ping.mock.calls.length).toBeGreaterThanOrEqual(before + 2);
  });

  test('pings once however often it is reminded, and never after its stop', async () => {
    const ping = jest.fn(() => Promise.resolve());
    const reminder = deliveryReminder(ping);
    for (let time = 0; time < 10; time += 1) reminder.remind();
    await jest.advanceTimersByTimeAsync(1_000);
    reminder.stop();
    reminder.remind();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(ping).toHaveBeenCalledTimes(1);
  });
});
