import { describe, expect, test } from '@jest/globals';
import { afterAbsence } from '../../../appservice/domain/absence.ts';
import { connectionAt, toldAgeMs } from '../../../appservice/domain/caller-connection.ts';
import type { ToldConnection } from '../../../appservice/domain/connection.ts';
import { minuteMs, secondMs } from '../../../appservice/domain/time.ts';
import { conversation, held, start, waiting } from './helpline-world.ts';

const connected = { state: 'connected', since: start, wasAwayMs: null, isCounsellorAway: false } as const;
const away = { state: 'away', since: start, isCounsellorAway: false } as const;
const talking = (toldConnection: ToldConnection | null, lastContactAt = start) =>
  conversation(held('talking', 'rosa'), { toldConnection, lastContactAt });

describe('the caller’s connection', () => {
  test('is told of nobody while nobody has the conversation', () => {
    expect(connectionAt(conversation(waiting()), start)).toBeNull();
  });

  test('is there until the eighth second without a sign of life, and away since the last one from then on', () => {
    expect(connectionAt(talking(null), start)).toEqual(connected);
    expect(connectionAt(talking(connected), start + 8 * secondMs - 1)).toBe(connected);
    expect(connectionAt(talking(connected), start + 8 * secondMs)).toEqual(away);
  });

  test('stays away since the same instant for as long as nothing is heard', () => {
    expect(connectionAt(talking(away), start + 4 * minuteMs)).toBe(away);
  });

  test('is back since the first sign of life, with how long it was away', () => {
    const since = start + 50 * secondMs;
    expect(connectionAt(talking(away, since), since + secondMs)).toEqual({
      state: 'connected',
      since,
      wasAwayMs: 50 * secondMs,
      isCounsellorAway: false,
    });
  });

  test('leaves what the caller was told of the counsellor as it is', () => {
    const told = { ...connected, isCounsellorAway: true };
    expect(connectionAt(talking(told), start + minuteMs)?.isCounsellorAway).toBe(true);
  });

  test('of who was away is not called back because the service was away', () => {
    const now = start + minuteMs;
    expect(connectionAt(afterAbsence(talking(away), now), now)).toBe(away);
    expect(connectionAt(afterAbsence(talking(connected), now), now)).toBe(connected);
  });
});

test.each([
  [0, 0],
  [39, 0],
  [40, 40],
  [59, 40],
  [60, 60],
  [119, 60],
  [240, 240],
  [600, 240],
])('an absence of %i seconds was last told at %i', (seconds, told) => {
  expect(toldAgeMs({ since: start }, start + seconds * secondMs)).toBe(told * secondMs);
});
