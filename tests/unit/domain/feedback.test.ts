import { describe, expect, test } from '@jest/globals';
import type { EndedBy, Phase } from '../../../appservice/domain/conversation.ts';
import { acceptedWeeks, firstRemarkWeek, mayDrawFeedback } from '../../../appservice/domain/feedback.ts';
import { isoWeekAt, parseIsoWeek } from '../../../appservice/domain/iso-week.ts';
import { dayMs, minuteMs } from '../../../appservice/domain/time.ts';
import { userId } from '../../support/parsed.ts';
import { waiting } from './helpline-world.ts';

const at = Date.UTC(2026, 10, 24, 16);
const take = { counsellor: userId('@rosa:localhost'), takenAt: at, since: at, asked: [] };
const ended = (by: EndedBy, wasAttended = true): Phase => ({ name: 'ended', by, at, wasAttended });

describe('the week', () => {
  test.each([
    ['2026-11-23T00:00:00+01:00', '2026-W48'],
    ['2026-11-22T23:59:59+01:00', '2026-W47'],
    ['2026-12-31T12:00:00+01:00', '2026-W53'],
    ['2027-01-03T23:59:59+01:00', '2026-W53'],
    ['2027-01-04T00:00:00+01:00', '2027-W01'],
    ['2024-12-30T00:00:00+01:00', '2025-W01'],
    ['2027-03-28T23:59:59+02:00', '2027-W12'],
    ['2027-03-29T00:00:00+02:00', '2027-W13'],
    ['2026-10-25T23:59:59+01:00', '2026-W43'],
  ])('of %s in Brussels is %s', (instant, week) => {
    expect(isoWeekAt(Date.parse(instant))).toBe(week);
  });

  test('so many weeks earlier is found across the turn of the year', () => {
    expect(isoWeekAt(Date.parse('2027-01-04T12:00:00Z'), 1)).toBe('2026-W53');
  });

  test.each(['2026-W00', '2026-W54', '2026-48', '26-W48', '2026-W48 '])('%p is none', (text) => {
    expect(parseIsoWeek(text)).toBeUndefined();
  });
});

describe('a token', () => {
  test.each<[string, Phase]>([
    ['while the counsellor is there', { name: 'talking', ...take }],
    ['while the counsellor has not spoken yet', { name: 'joined', ...take, nudgedAt: null }],
    ['after an end by the caller', ended('caller')],
    ['after an end by the counsellor', ended('counsellor')],
  ])('may be drawn %s', (_when, phase) => {
    expect(mayDrawFeedback(phase, at + minuteMs)).toBe(true);
  });

  test.each<[string, Phase]>([
    ['while the room is made', { name: 'starting', since: at }],
    ['while the caller waits', waiting()],
    ['before the counsellor is there', { name: 'taken', ...take }],
    ['after an end without a counsellor', ended('caller', false)],
    ['after a quick exit', ended('exit')],
    ['after five minutes without connection', ended('gone')],
    ['after a failure', ended('failure')],
  ])('may not be drawn %s', (_when, phase) => {
    expect(mayDrawFeedback(phase, at + minuteMs)).toBe(false);
  });

  test('may be drawn for an hour', () => {
    expect(mayDrawFeedback(ended('caller'), at + 60 * minuteMs)).toBe(true);
    expect(mayDrawFeedback(ended('caller'), at + 60 * minuteMs + 1)).toBe(false);
  });

  test('is taken in its own week and the next', () => {
    expect(acceptedWeeks(at)).toEqual(['2026-W48', '2026-W47']);
  });
});

test('a remark is kept for less than six months, the seven days of backups included', () => {
  const endOfWeek = Date.parse('2026-11-29T23:59:59+01:00');
  expect(firstRemarkWeek(endOfWeek)).toBe('2026-W25');
  const oldestKept = Date.parse('2026-06-15T00:00:00+02:00');
  expect((endOfWeek - oldestKept) / dayMs + 7).toBeLessThan(181);
});
