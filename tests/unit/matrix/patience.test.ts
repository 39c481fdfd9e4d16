import { describe, expect, jest, test } from '@jest/globals';
import { HomeserverError } from '../../../appservice/adapters/matrix/homeserver-error.ts';
import type { HomeserverRequest } from '../../../appservice/adapters/matrix/homeserver-requests.ts';
import { queryKeys } from '../../../appservice/adapters/matrix/query-keys.ts';
import { retryUntilDone } from '../../../appservice/adapters/matrix/retry-until-done.ts';
import { userId } from '../../support/parsed.ts';

describe('asking for somebody’s keys', () => {
  const ask = (send: (request: HomeserverRequest) => Promise<unknown>) =>
    queryKeys({ send }, userId('@1712_desk:localhost'), {});

  test('takes no more than a few seconds of the thirty that a card rings', async () => {
    let limitMs: number | undefined;
    const send = (request: HomeserverRequest) => {
      limitMs = request.limitMs;
      return Promise.resolve({ device_keys: {} });
    };
    expect(await ask(send)).toEqual({ device_keys: {} });
    expect(limitMs).toBeLessThanOrEqual(5_000);
  });

  test('says that nothing is known when their server does not answer, or not in time', async () => {
    const unknown = { code: 'identity-unknown' };
    const failures = { failures: { 'elsewhere.example': {} } };
    await expect(ask(() => Promise.resolve(failures))).rejects.toMatchObject(unknown);
    await expect(ask(() => Promise.reject(new HomeserverError('timeout')))).rejects.toMatchObject(unknown);
  });

  test('says so when the homeserver itself is away', async () => {
    const away = ask(() => Promise.reject(new HomeserverError('unreachable')));
    await expect(away).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('bringing the desk up', () => {
  test('goes on trying, and tells each code once as long as it stays the same', async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    const told: string[] = [];
    const failures = ['unreachable', 'unreachable', 'M_FORBIDDEN'] as const;
    let attempts = 0;
    const done = retryUntilDone({
      act: () => {
        const failure = failures[attempts];
        attempts += 1;
        return failure === undefined ? Promise.resolve() : Promise.reject(new HomeserverError(failure));
      },
      isGivenUp: () => false,
      onFailure: (code) => told.push(code),
    });
    await jest.advanceTimersByTimeAsync(10_000);
    jest.useRealTimers();
    await done;
    expect([attempts, told]).toEqual([4, ['unreachable', 'M_FORBIDDEN']]);
  });

  test('ends when it is given up', async () => {
    let attempts = 0;
    const act = () => {
      attempts += 1;
      return Promise.resolve();
    };
    await retryUntilDone({ act, isGivenUp: () => true, onFailure: () => undefined });
    expect(attempts).toBe(0);
  });
});
