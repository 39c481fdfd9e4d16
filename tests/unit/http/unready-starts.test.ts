import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createUnreadyStarts } from '../../../appservice/adapters/http/unready-starts.ts';
import { authorization, json, start } from './public-scene.ts';
import { startPublicWorld, type Answer, type PublicWorld } from './public-world.ts';

/** How many of so many starts of one address are let through. */
async function startsOf(
  unready: ReturnType<typeof createUnreadyStarts>,
  secrets: readonly string[],
): Promise<number> {
  const all = secrets.map((requestSecret) => unready.count({ address: '203.0.113.1', requestSecret }));
  return (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length;
}

describe('starts of one address whose browser cannot read yet', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('are so many at a time and no more', async () => {
    await expect(startsOf(createUnreadyStarts(2), ['a', 'b', 'c', 'd'])).resolves.toBe(2);
  });

  test('count once, however often they are tried', async () => {
    await expect(startsOf(createUnreadyStarts(2), ['a', 'a', 'a', 'b'])).resolves.toBe(4);
  });

  test('that were refused are counted when they are tried again', async () => {
    const unready = createUnreadyStarts(1);
    await expect(startsOf(unready, ['a', 'b'])).resolves.toBe(1);
    await expect(startsOf(unready, ['b'])).resolves.toBe(0);
  });

  test('make room once their browser can read, one for each conversation', async () => {
    const unready = createUnreadyStarts(2);
    await startsOf(unready, ['a', 'b']);
    await unready.ready('203.0.113.1', 'conversation a');
    await unready.ready('203.0.113.1', 'conversation a');
    await expect(startsOf(unready, ['c', 'd'])).resolves.toBe(1);
  });

  test('make room when nothing was reserved for them', async () => {
    const unready = createUnreadyStarts(1);
    await startsOf(unready, ['a']);
    await unready.takeBack({ address: '203.0.113.1', requestSecret: 'a' });
    await expect(startsOf(unready, ['b'])).resolves.toBe(1);
  });

  test('count no longer than they may hold a slot, three minutes', async () => {
    const unready = createUnreadyStarts(1);
    await startsOf(unready, ['a']);
    jest.advanceTimersByTime(179_000);
    await expect(startsOf(unready, ['b'])).resolves.toBe(0);
    jest.advanceTimersByTime(2_000);
    await expect(startsOf(unready, ['b'])).resolves.toBe(1);
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
