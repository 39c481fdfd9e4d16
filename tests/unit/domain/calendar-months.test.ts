import { describe, expect, test } from '@jest/globals';
import { addMonths, monthAt, monthsLater } from '../../../appservice/domain/calendar-months.ts';
import {
  dueAtEarliestBefore,
  isRecognitionDue,
  isRecognitionKeyDue,
} from '../../../appservice/domain/recognition.ts';
import { dayMs } from '../../../appservice/domain/time.ts';

const at = (text: string) => Date.parse(text);

test('a month begins at midnight in Brussels', () => {
  expect(monthAt(at('2026-11-30T22:59:59.999Z'))).toBe('2026-11');
  expect(monthAt(at('2026-11-30T23:00:00Z'))).toBe('2026-12');
  expect(monthAt(at('2026-06-30T22:00:00Z'))).toBe('2026-07');
});

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-11', 2, '2027-01'],
  ['2026-02', -2, '2025-12'],
  ['2026-08', 6, '2027-02'],
])('%s and %i months is %s', (month, months, later) => {
  expect(addMonths(month, months)).toBe(later);
});

test.each([
  ['on the same day, at the same time of the clock', '2026-01-12T16:12:03.004Z', '2026-07-12T15:12:03.004Z'],
  ['on the last day of a shorter month', '2026-08-31T10:00:00Z', '2027-02-28T11:00:00Z'],
  ['on 29 February in a leap year', '2027-08-30T10:00:00Z', '2028-02-29T11:00:00Z'],
  ['on 29 August after 29 February', '2028-02-29T11:00:00Z', '2028-08-29T10:00:00Z'],
  ['when the clock jumps over the time', '2026-09-28T00:30:00Z', '2027-03-28T01:00:00Z'],
  ['at the first of a time that comes twice', '2026-04-25T00:30:00Z', '2026-10-25T00:30:00Z'],
])('six months are over %s', (_, from, until) => {
  expect(new Date(monthsLater(at(from), 6)).toISOString()).toBe(new Date(at(until)).toISOString());
});

describe('recognition', () => {
  test('lasts until six months are over, to the millisecond', () => {
    const recordedAt = at('2026-05-31T15:00:00Z');
    const due = at('2026-11-30T16:00:00Z');
    expect([due - 1, due].map((now) => isRecognitionDue(recordedAt, now))).toEqual([false, true]);
  });

  test('never outlives its key, and no key is kept a day longer than its last record', () => {
    const days = Array.from({ length: 4 * 365 }, (_, day) => at('2026-01-01T00:00:00Z') + day * dayMs);
    for (const recordedAt of days) {
      const due = monthsLater(recordedAt, 6);
      expect(isRecognitionKeyDue(monthAt(recordedAt), due - 1)).toBe(false);
      expect(recordedAt).toBeLessThan(dueAtEarliestBefore(due));
    }
    expect(isRecognitionKeyDue('2026-05', at('2026-11-30T22:59:59.999Z'))).toBe(false);
    expect(isRecognitionKeyDue('2026-05', at('2026-11-30T23:00:00Z'))).toBe(true);
  });
});
