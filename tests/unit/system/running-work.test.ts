import { describe, expect, test } from '@jest/globals';
import { runningWork } from '../../../appservice/adapters/system/running-work.ts';

describe('work under way', () => {
  test('is waited for until it has ended', async () => {
    const running = runningWork();
    const work = Promise.withResolvers<undefined>();
    running.add(work.promise);
    let isSettled = false;
    const settled = running.settled(60_000).then(() => {
      isSettled = true;
    });
    await new Promise(setImmediate);
    expect(isSettled).toBe(false);
    work.resolve(undefined);
    await expect(settled).resolves.toBeUndefined();
  });

  test('is waited for no longer than is said', async () => {
    const running = runningWork();
    running.add(new Promise(() => undefined));
    await expect(running.settled(1)).resolves.toBeUndefined();
  });
});
