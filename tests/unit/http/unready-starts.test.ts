import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ConversationId } from '../../../appservice/domain/ids.ts';
import { createUnreadyStarts } from '../../../appservice/adapters/http/unready-starts.ts';
import { drivenClock } from '../../support/driven-clock.ts';
import { conversationId } from '../../support/parsed.ts';
import { authorization, json, start } from './public-scene.ts';
import { startPublicWorld, type Answer, type PublicWorld } from './public-world.ts';

type Unready = ReturnType<typeof createUnreadyStarts>;

const address = '203.0.113.1';
const conversation = (letter: string): ConversationId => conversationId(letter.charCodeAt(0));

/** Whether a start of the address is let through; it then gets a slot, and a conversation of the same letter. */
function starts(unready: Unready, letter: string): boolean {
  try {
    unready.check({ address, requestSecret: letter });
  } catch {
    return false;
  }
  unready.hold({ address, requestSecret: letter }, conversation(letter));
  return true;
}

describe('slots held for browsers of one address that cannot read yet', () => {
  const clock = drivenClock(1_800_000_000_000);

  test('are so many at a time and no more', () => {
    const unready = createUnreadyStarts(2, clock);
    expect(['a', 'b', 'c'].map((each) => starts(unready, each))).toEqual([true, true, false]);
  });

  test('count once, however often a start is tried, and let it be tried again', () => {
    const unready = createUnreadyStarts(2, clock);
    const passed = ['a', 'a', 'b', 'a', 'c'].map((each) => starts(unready, each));
    expect(passed).toEqual([true, true, true, true, false]);
  });

  test('are not used up by asking: a class that presses at once is let through', () => {
    const unready = createUnreadyStarts(2, clock);
    const askAll = (): void => {
      for (const requestSecret of ['a', 'b', 'c', 'd', 'e']) unready.check({ address, requestSecret });
    };
    expect(askAll).not.toThrow();
  });

  test.each([
    ['its browser can read, or it is over', { conversationId: conversation('a') }],
    ['it was left quickly', { requestSecret: 'a' }],
  ] as const)('are free again once %s, one for each conversation', (_when, which) => {
    const unready = createUnreadyStarts(2, clock);
    starts(unready, 'a');
    starts(unready, 'b');
    unready.release(which);
    unready.release(which);
    expect([starts(unready, 'c'), starts(unready, 'd')]).toEqual([true, false]);
  });

  test('are no more than that for a browser that could read only when it no longer counted', () => {
    const unready = createUnreadyStarts(1, clock);
    starts(unready, 'a');
    clock.elapse(181_000);
    unready.release({ conversationId: conversation('a') });
    expect([starts(unready, 'b'), starts(unready, 'c')]).toEqual([true, false]);
  });

  test('count no longer than they may be held, three minutes, each from its own start', () => {
    const unready = createUnreadyStarts(2, clock);
    starts(unready, 'a');
    clock.elapse(179_000);
    starts(unready, 'b');
    expect(starts(unready, 'c')).toBe(false);
    clock.elapse(2_000);
    expect([starts(unready, 'c'), starts(unready, 'd')]).toEqual([true, false]);
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
