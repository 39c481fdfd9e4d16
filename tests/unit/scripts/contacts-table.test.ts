import { describe, expect, test } from '@jest/globals';
import { isInPeriod, readPeriod } from '../../../scripts/contacts/contact-period.ts';
import { contactsTable } from '../../../scripts/contacts/contacts-table.ts';

const now = Date.UTC(2026, 11, 1, 12);
const period = { first: '2026-01', last: '2026-11' };

describe('the period of npm run contacts', () => {
  test('is whole months, both ends included', () => {
    expect(readPeriod('2026-01', '2026-11', now)).toEqual({ ok: true, period });
    const days = ['2025-12-31', '2026-01-01', '2026-11-30', '2026-12-01'];
    expect(days.map((day) => isInPeriod(period, day))).toEqual([false, true, true, false]);
  });

  test.each<readonly [string, readonly [string | undefined, string | undefined], RegExp]>([
    ['nothing', [undefined, undefined], /^Say of which months/],
    ['half of it', ['2026-01', undefined], /^Say of which months/],
    ['a day', ['2026-01-01', '2026-11'], /^"2026-01-01" is no month/],
    ['a thirteenth month', ['2026-01', '2026-13'], /^"2026-13" is no month/],
    ['words', ['januari', '2026-11'], /^"januari" is no month/],
    ['an end before the beginning', ['2026-11', '2026-01'], /comes after/],
    ['a month that still runs', ['2026-01', '2026-12'], /not over yet.* 2026-11\.$/],
  ])('refuses %s and says why', (_what, [from, to], problem) => {
    expect(readPeriod(from, to, now)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  test('goes by the month in Brussels', () => {
    expect(readPeriod('2026-11', '2026-11', Date.UTC(2026, 10, 30, 22, 59)).ok).toBe(false);
    expect(readPeriod('2026-11', '2026-11', Date.UTC(2026, 10, 30, 23, 0)).ok).toBe(true);
  });
});

describe('the table of npm run contacts', () => {
  test('has both lists, and on each line what the count is out of', () => {
    const table = contactsTable(
      {
        total: 25,
        themes: [
          { theme: 'kindermishandeling', chi: 'violence', count: 12 },
          { theme: null, chi: null, count: 5 },
        ],
        chi: [
          { category: 'violence', count: 12 },
          { category: null, count: 5 },
        ],
        untold: 8,
      },
      period,
    );
    expect(table.split('\r\n')).toEqual([
      'from,to,list,category,contacts,of',
      '2026-01,2026-11,1712,kindermishandeling,12,25',
      '2026-01,2026-11,1712,(unknown),5,25',
      '2026-01,2026-11,1712,"(themes with too few contacts, together)",8,25',
      '2026-01,2026-11,CHI,violence,12,25',
      '2026-01,2026-11,CHI,(unknown),5,25',
      '2026-01,2026-11,CHI,"(themes with too few contacts, together)",8,25',
      '',
    ]);
  });

  test('of a few contacts says no number', () => {
    const table = contactsTable({ total: 'few', themes: [], chi: [], untold: 'few' }, period);
    expect(table).toContain('fewer than 5,fewer than 5\r\n');
    expect(table.replaceAll(/20\d\d-\d\d|fewer than 5|1712/gu, '')).not.toMatch(/\d/u);
  });

  test('is never computed by a spreadsheet, whatever a label of the configuration holds', () => {
    const theme = '=HYPERLINK("x")';
    const themes = [{ theme, chi: null, count: 9 }];
    const table = contactsTable({ total: 9, themes, chi: [], untold: 0 }, period);
    expect(table).toContain(`,"'=HYPERLINK(""x"")",9,9`);
  });
});
