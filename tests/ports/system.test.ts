import { describe, expect, jest, test } from '@jest/globals';
import { createSealer } from '../../appservice/adapters/system/aes-sealer.ts';
import { startPeriodic } from '../../appservice/adapters/system/periodic.ts';
import { createRandomIds } from '../../appservice/adapters/system/random-ids.ts';
import { createSystemClock } from '../../appservice/adapters/system/system-clock.ts';
import { parseUserId } from '../../appservice/domain/ids.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { memoryEventLog, memoryIds } from '../support/memory-system.ts';

const key = (fill: number) => new Uint8Array(32).fill(fill);
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const text = (read: Uint8Array) => Buffer.from(read).toString();

describe.each([
  ['driven by hand', () => drivenClock(1_000)],
  ['of the system, driven', () => createSystemClock({ startAt: 1_000, isDriven: true })],
  ['of the system, running', () => createSystemClock({ startAt: 1_000, isDriven: false })],
])('the clock %s', (_name, make) => {
  test('begins where it is told and never goes back', () => {
    const clock = make();
    const first = clock.now();
    expect(first).toBeGreaterThanOrEqual(1_000);
    expect(first).toBeLessThan(6_000);
    expect(clock.now()).toBeGreaterThanOrEqual(first);
  });
});

describe('the clock of the system', () => {
  test('shows the true time when nothing else is set', () => {
    const clock = createSystemClock({ startAt: null, isDriven: false });
    const before = Date.now();
    const now = clock.now();
    expect(now).toBeGreaterThan(before - 1_000);
    expect(now).toBeLessThan(Date.now() + 1_000);
  });

  test('moves only by hand when it is driven', () => {
    jest.useFakeTimers();
    try {
      const clock = createSystemClock({ startAt: 5_000, isDriven: true });
      jest.advanceTimersByTime(60_000);
      expect(clock.now()).toBe(5_000);
      clock.advance(250);
      expect(clock.now()).toBe(5_250);
    } finally {
      jest.useRealTimers();
    }
  });

  test('runs on from where it is set when it is not driven', () => {
    jest.useFakeTimers();
    try {
      const clock = createSystemClock({ startAt: 5_000, isDriven: false });
      jest.advanceTimersByTime(60_000);
      clock.advance(1);
      expect(clock.now()).toBe(65_001);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe.each([
  ['random', createRandomIds],
  ['counting', () => memoryIds()],
])('the %s source of identifiers', (_name, make) => {
  test('never gives the same one twice', () => {
    const ids = make();
    const drawn = Array.from({ length: 200 }, () => [
      ids.conversationId(),
      ids.callerName(),
      ids.bearer(),
      ids.resumeToken(),
    ]).flat();
    expect(new Set(drawn).size).toBe(800);
  });

  test('gives names that make a Matrix user id', () => {
    expect(parseUserId(`@1712_caller_${make().callerName()}:localhost`)).toBeDefined();
  });
});

describe('the random source of identifiers', () => {
  const ids = createRandomIds();

  test('gives bearers and resume tokens of 256 bits and caller names nobody guesses', () => {
    expect(ids.bearer()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(ids.resumeToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(ids.callerName()).toMatch(/^[a-z0-9]{20}$/);
    expect(ids.deviceId()).toMatch(/^[A-Z]{10}$/);
  });

  test('gives case numbers of four digits as a rule, and longer ones so that a free one is found (S23)', () => {
    const lengths = Array.from({ length: 4_000 }, () => ids.caseNumber().length);
    const share = lengths.filter((length) => length === 4).length / lengths.length;
    expect(share).toBeGreaterThan(0.8);
    expect(share).toBeLessThan(0.95);
    expect(Math.max(...lengths)).toBeGreaterThan(4);
  });
});

describe('a sealer', () => {
  const sealer = createSealer(key(1));

  test('opens what it sealed, in its place', () => {
    expect(text(sealer.open(sealer.seal(bytes('geheim'), 'here'), 'here'))).toBe('geheim');
    expect(sealer.open(sealer.seal(bytes(''), 'here'), 'here')).toHaveLength(0);
  });

  test('seals the same text differently each time, and never readably', () => {
    const twice = [1, 2].map(() => Buffer.from(sealer.seal(bytes('geheim'), 'here')).toString('latin1'));
    expect(twice[0]).not.toBe(twice[1]);
    expect(twice.join()).not.toContain('geheim');
  });

  test('refuses what was moved, changed, cut off, or sealed under another key', () => {
    const sealed = sealer.seal(bytes('geheim'), 'here');
    const refused = expect.objectContaining({ code: 'seal-broken' });
    const opening = (act: () => unknown) => {
      try {
        return act();
      } catch (error) {
        return error;
      }
    };
    expect(opening(() => sealer.open(sealed, 'there'))).toEqual(refused);
    expect(opening(() => createSealer(key(2)).open(sealed, 'here'))).toEqual(refused);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(opening(() => sealer.open(changed, 'here'))).toEqual(refused);
      expect(opening(() => sealer.open(sealed.slice(0, index), 'here'))).toEqual(refused);
    }
  });

  test('gives fingerprints that say nothing without the key, the same for the same bytes and place', () => {
    const of = (fill: number, value: string, place: string) =>
      Buffer.from(createSealer(key(fill)).fingerprint(bytes(value), place)).toString('hex');
    expect(of(1, 'a', 'p')).toBe(of(1, 'a', 'p'));
    expect(new Set([of(1, 'a', 'p'), of(2, 'a', 'p'), of(1, 'b', 'p'), of(1, 'a', 'q')]).size).toBe(4);
  });

  test('refuses a key that is not 32 bytes', () => {
    expect(() => createSealer(new Uint8Array(31))).toThrow(expect.objectContaining({ code: 'bad-key' }));
  });
});

describe('a periodic job', () => {
  test('never runs beside itself, and once more when it is woken meanwhile', async () => {
    const stopping = new AbortController();
    const log = memoryEventLog();
    let running = 0;
    let most = 0;
    let runs = 0;
    const job = startPeriodic(
      {
        name: 'job',
        periodMs: 3_600_000,
        run: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setImmediate(resolve));
          running -= 1;
          runs += 1;
          if (runs < 3) for (let each = 0; each < 5; each += 1) job.wake();
          else stopping.abort();
        },
      },
      stopping.signal,
      log,
    );
    await job.stopped;
    expect([most, runs]).toEqual([1, 3]);
  });

  test('goes on after a failure, which is logged by its code only', async () => {
    const stopping = new AbortController();
    const log = memoryEventLog();
    let runs = 0;
    const run = () => {
      runs += 1;
      if (runs === 2) stopping.abort();
      return Promise.reject(Object.assign(new Error('secret text'), { code: 'unreachable' }));
    };
    await startPeriodic({ name: 'job', periodMs: 1, run }, stopping.signal, log).stopped;
    const failed = { event: 'job.failed', job: 'job', code: 'unreachable' };
    expect(log.events).toEqual([failed, failed]);
  });
});
