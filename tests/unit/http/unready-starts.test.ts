import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createUnreadyStarts } from '../../../appservice/adapters/http/unready-starts.ts';
import { authorization, json, start } from './public-scene.ts';
import { startPublicWorld, type Answer, type PublicWorld } from './public-world.ts';

type Unready = ReturnType<typeof createUnreadyStarts>;

const address = '203.0.113.1';

/** Whether a start of the address is let through; it then gets a slot. */
async function starts(unready: Unready, requestSecret: string): Promise<boolean> {
  try {
    await unready.check({ address, requestSecret });
  } catch {
    return false;
  }
  await unready.count({ address, requestSecret });
  return true;
}

describe('slots held for browsers of one address that cannot read yet', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('are so many at a time and no more', async () => {
    const unready = createUnreadyStarts(2);
    const passed = [await starts(unready, 'a'), await starts(unready, 'b'), await starts(unready, 'c')];
    expect(passed).toEqual([true, true, false]);
  });

  test('count once, however often a start is tried, and let it be tried again', async () => {
    const unready = createUnreadyStarts(2);
    const passed: boolean[] = [];
    for (const secret of ['a', 'a', 'b', 'a', 'c']) passed.push(await starts(unready, secret));
    expect(passed).toEqual([true, true, true, true, false]);
  });

  test('are not used up by asking: a class that presses at once is let through', async () => {
    const unready = createUnreadyStarts(2);
    const asked = ['a', 'b', 'c', 'd', 'e'].map((requestSecret) => unready.check({ address, requestSecret }));
    await expect(Promise.all(asked)).resolves.toHaveLength(5);
  });

  test('are free again once the browser can read, one for each conversation', async () => {
    const unready = createUnreadyStarts(2);
    await starts(unready, 'a');
    await starts(unready, 'b');
    await unready.ready(address, 'conversation a');
    await unready.ready(address, 'conversation a');
    expect([await starts(unready, 'c'), await starts(unready, 'd')]).toEqual([true, false]);
  });

  test('are no more than that for an address whose browser could read only when it no longer counted', async () => {
    const unready = createUnreadyStarts(1);
    await starts(unready, 'a');
    jest.advanceTimersByTime(181_000);
    await unready.ready(address, 'conversation a');
    expect([await starts(unready, 'b'), await starts(unready, 'c')]).toEqual([true, false]);
  });

  test('count no longer than they may be held, three minutes', async () => {
    const unready = createUnreadyStarts(1);
    await starts(unready, 'a');
    jest.advanceTimersByTime(179_000);
    await expect(starts(unready, 'b')).resolves.toBe(false);
    jest.advanceTimersByTime(2_000);
    await expect(starts(unready, 'b')).resolves.toBe(true);
  });
});

describe('an address with as many of them as it may have', () => {
  let world: PublicWorld;

  beforeAll(async () => {
    world = await startPublicWorld({ limits: { unreadyStartsPerAddress: 1 }, trustedProxies: ['127.0.0.1'] });
  });

  afterAll(() => world.stop());

  const startAs = (address: string, letter: string): Promise<Answer> =>
    world.ask({
      method: 'POST',
      url: '/api/conversations',
      headers: { ...json, 'x-forwarded-for': address },
      body: JSON.stringify({ ...start, requestSecret: letter.repeat(43) }),
    });

  test('starts another one only after the first can read; another address starts meanwhile', async () => {
    const first = await startAs('203.0.113.5', 'a');
    const early = await startAs('203.0.113.5', 'b');
    const other = await startAs('203.0.113.6', 'c');
    const headers = { ...json, authorization, 'x-forwarded-for': '203.0.113.5' };
    await world.ask({ method: 'POST', url: '/api/conversations/current/ready', headers, body: '{}' });
    const late = await startAs('203.0.113.5', 'b');
    expect([first, early, other, late].map(({ status }) => status)).toEqual([201, 429, 201, 201]);
  });

  test('is not held by a start for which there was nobody', async () => {
    world.startProblem.now = 'busy';
    const busy = await startAs('203.0.113.7', 'd');
    world.startProblem.now = null;
    const free = await startAs('203.0.113.7', 'e');
    expect([busy.status, free.status]).toEqual([409, 201]);
  });
});
