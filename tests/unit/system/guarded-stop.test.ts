import { beforeEach, describe, expect, test } from '@jest/globals';
import { guardedStop } from '../../../appservice/adapters/system/guarded-stop.ts';

describe('a stop', () => {
  let failures: unknown[];
  const guarded = (stop: () => Promise<void>, limitMs = 60_000) =>
    guardedStop({ stop, limitMs, onFailure: (error) => failures.push(error) });

  beforeEach(() => {
    failures = [];
  });

  test('runs once, however many signals ask for it', async () => {
    let runs = 0;
    const stop = guarded(() => {
      runs += 1;
      return Promise.resolve();
    });
    expect(await Promise.all([stop(), stop()])).toEqual([0, 0]);
    expect(runs).toBe(1);
  });

  test('that fails ends with 1, and says why', async () => {
    const failure = new TypeError();
    expect(await guarded(() => Promise.reject(failure))()).toBe(1);
    expect(failures).toEqual([failure]);
  });

  test('that hangs ends with 1 when its time is over', async () => {
    expect(await guarded(() => new Promise(() => undefined), 1)()).toBe(1);
  });
});
