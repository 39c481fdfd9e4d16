import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { drivenClock } from '../../support/driven-clock.ts';
import { HttpError } from '../../../appservice/adapters/http/http-error.ts';
import { createLimiters, type Limiters } from '../../../appservice/adapters/http/limits.ts';

const limiters = (perMinute: number, burst = 5): Limiters =>
  createLimiters(
    {
      startsPerMinutePerAddress: 1,
      unreadyStartsPerAddress: 1,
      statusPerMinutePerAddress: 1,
      statusStreamsPerAddress: 1,
      requestsPerMinutePerConversation: 1,
      messagesPerMinutePerConversation: perMinute,
      messageBurstPerConversation: burst,
    },
    drivenClock(1_800_000_000_000),
  );

/** How many of so many messages in one go are let through. */
async function sent({ message }: Limiters, count: number): Promise<number> {
  const answers = Array.from({ length: count }, () => message('conversation'));
  return (await Promise.allSettled(answers)).filter(({ status }) => status === 'fulfilled').length;
}

/** How many are let through when one is sent each second. */
async function sentEachSecond(limits: Limiters, seconds: number): Promise<number> {
  let count = 0;
  for (let second = 0; second < seconds; second += 1) {
    count += await sent(limits, 1);
    jest.advanceTimersByTime(1_000);
  }
  return count;
}

describe('messages of one conversation (S27)', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test.each([1, 20, 60])('are let through %i times a minute, where so many are set', async (perMinute) => {
    const limits = limiters(perMinute);
    expect(await sentEachSecond(limits, 60)).toBe(perMinute);
    expect(await sentEachSecond(limits, 60)).toBe(perMinute);
  });

  test('are let through one a second, and five in one go', async () => {
    const limits = limiters(60);
    expect(await sent(limits, 10)).toBe(5);
    jest.advanceTimersByTime(1_000);
    expect(await sent(limits, 10)).toBe(1);
    jest.advanceTimersByTime(20_000);
    expect(await sent(limits, 10)).toBe(5);
  });

  test('are refused with the time after which one is let through', async () => {
    const limits = limiters(20);
    await sentEachSecond(limits, 20);
    const refused = await limits.message('conversation').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HttpError);
    jest.advanceTimersByTime((refused as HttpError).retryAfterMs ?? 0);
    expect(await sent(limits, 1)).toBe(1);
  });

  test('of another conversation are counted apart', async () => {
    const limits = limiters(60);
    await sent(limits, 10);
    await expect(limits.message('another')).resolves.toBeUndefined();
  });
});
