import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, utcMidnight } from '../../../appservice/domain/calendar-day.ts';
import { languages, type Language } from '../../../appservice/domain/conversation.ts';
import { acceptedWeeks, type Feedback } from '../../../appservice/domain/feedback.ts';
import {
  feedbackGroups,
  leastShown,
  newestRemarks,
  type FeedbackGroup,
} from '../../../appservice/domain/feedback-report.ts';
import { runs } from '../../../scripts/test/campaign.ts';

const answers = { heard: 'yes', helped: null, nextStep: 'no', easy: 'somewhat' } as const;
const said = (week: string, change: Partial<Feedback> = {}): Feedback => ({
  week,
  language: 'nl',
  answers,
  remark: null,
  ...change,
});
const times = (count: number, feedback: Feedback): readonly Feedback[] =>
  Array.from({ length: count }, () => feedback);

/** A Tuesday in week 48. */
const shuffledOn = '2026-11-24';
const groups = (...rows: readonly (readonly Feedback[])[]) =>
  feedbackGroups({ rows: rows.flat(), shuffledOn });
const shape = (found: readonly FeedbackGroup[]) =>
  found.map(({ weeks, count }) => `${weeks.first} ${weeks.last} ${String(count)}`);

describe('the weeks of a report', () => {
  test.each<[string, Readonly<Record<string, number>>, readonly string[]]>([
    ['five answers stand alone', { '2026-W40': 5 }, ['2026-W40 2026-W40 5']],
    [
      'four answers are merged with the week after',
      { '2026-W40': 4, '2026-W41': 5 },
      ['2026-W40 2026-W41 9'],
    ],
    [
      'few answers are merged until there are five, over weeks without any',
      { '2026-W40': 2, '2026-W43': 2, '2026-W44': 1, '2026-W45': 6 },
      ['2026-W40 2026-W44 5', '2026-W45 2026-W45 6'],
    ],
    [
      'a rest of four waits, and is not added to the last group',
      { '2026-W40': 6, '2026-W41': 4 },
      ['2026-W40 2026-W40 6'],
    ],
    ['four answers in all show nothing', { '2026-W40': 1, '2026-W41': 3 }, []],
    ['the turn of the year is no border', { '2025-W52': 3, '2026-W01': 3 }, ['2025-W52 2026-W01 6']],
    [
      'the last two weeks are open still',
      { '2026-W46': 5, '2026-W47': 9, '2026-W48': 9 },
      ['2026-W46 2026-W46 5'],
    ],
  ])('%s', (_what, counts, expected) => {
    const rows = Object.entries(counts).map(([week, count]) => times(count, said(week)));
    expect(shape(groups(...rows))).toEqual(expected);
    expect(shape(groups(...rows.toReversed()))).toEqual(expected);
  });

  test('are none before the first shuffle', () => {
    expect(feedbackGroups({ rows: times(9, said('2026-W40')), shuffledOn: undefined })).toEqual([]);
  });
});

describe('whatever comes in, and whenever reports are made', () => {
  /** Days one after the other: how many answers come in on it for this week and for the one before; few, so that many weeks fall short. */
  const few = fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 2);
  const days = fc.array(fc.tuple(few, few), { minLength: 20, maxLength: 90 });

  test('two reports differ by whole groups of five or more, never by one to four answers', () => {
    fc.assert(
      fc.property(days, (history) => {
        const rows: Feedback[] = [];
        let before: readonly FeedbackGroup[] = [];
        history.forEach(([now, late], index) => {
          const day = addDays('2026-09-01', index);
          const after = feedbackGroups({ rows, shuffledOn: day });
          expect(after.slice(0, before.length)).toEqual(before);
          for (const { count } of after.slice(before.length))
            expect(count).toBeGreaterThanOrEqual(leastShown);
          before = after;
          const [week, weekBefore] = acceptedWeeks(utcMidnight(day));
          rows.push(...times(now, said(week)), ...times(late, said(weekBefore)));
        });
      }),
      runs(),
    );
  });

  test('no language is shown with one to four answers, nor can be told from the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...languages), { minLength: 5, maxLength: 40 }), (spoken) => {
        const [group] = groups(spoken.map((language) => said('2026-W40', { language })));
        const counts = group?.languages.map(({ count }) => count) ?? [];
        for (const count of counts) expect(count).toBeGreaterThanOrEqual(leastShown);
        if (counts.length > 0) expect(counts.reduce((sum, count) => sum + count)).toBe(spoken.length);
      }),
      runs(),
    );
  });
});

describe('a group', () => {
  test('counts each answer to each question, and who skipped it', () => {
    const [group] = groups(
      times(5, said('2026-W40')),
      times(2, said('2026-W40', { answers: { ...answers, heard: 'no', helped: 'somewhat' } })),
    );
    expect(group?.answers).toEqual({
      heard: { yes: 5, somewhat: 0, no: 2, skipped: 0 },
      helped: { yes: 0, somewhat: 2, no: 0, skipped: 5 },
      nextStep: { yes: 0, somewhat: 0, no: 7, skipped: 0 },
      easy: { yes: 0, somewhat: 7, no: 0, skipped: 0 },
    });
  });

  test.each<[Readonly<Record<Language, number>>, readonly (readonly [string, number])[]]>([
    [{ nl: 6, en: 0, fr: 0 }, [['nl', 6]]],
    [
      { nl: 5, en: 7, fr: 0 },
      [
        ['en', 7],
        ['nl', 5],
      ],
    ],
    [
      { nl: 9, en: 3, fr: 2 },
      [
        ['nl', 9],
        ['other', 5],
      ],
    ],
    [
      { nl: 9, en: 6, fr: 2 },
      [
        ['nl', 9],
        ['other', 8],
      ],
    ],
    [{ nl: 9, en: 1, fr: 0 }, []],
    [{ nl: 3, en: 2, fr: 2 }, []],
  ])('of %j is told as %j', (spoken, expected) => {
    const rows = languages.flatMap((language) => times(spoken[language], said('2026-W40', { language })));
    expect(groups(rows)[0]?.languages.map(({ language, count }) => [language, count])).toEqual(expected);
  });
});

describe('remarks', () => {
  const remarks = (...rows: readonly (readonly Feedback[])[]) =>
    newestRemarks({ rows: rows.flat(), shuffledOn });

  test('are those of the newest group that has any, in the order of the box and not of their weeks', () => {
    const found = remarks(
      [said('2026-W41', { remark: 'later' }), said('2026-W40', { remark: 'vroeger' })],
      times(3, said('2026-W40')),
      times(5, said('2026-W42')),
      times(5, said('2026-W39', { remark: 'nog vroeger' })),
    );
    expect(found).toEqual({
      weeks: { first: '2026-W40', last: '2026-W41' },
      remarks: ['later', 'vroeger'],
    });
  });

  test('of a rest under five are not shown', () => {
    expect(remarks(times(4, said('2026-W40', { remark: 'te weinig' })))).toBeUndefined();
  });

  test('are not shown of a group of which a week has lost its own', () => {
    const kept = times(2, said('2026-W25', { remark: 'nog bewaard' }));
    expect(remarks(kept, times(3, said('2026-W25')))).toBeDefined();
    expect(remarks(kept, times(3, said('2026-W24')))).toBeUndefined();
  });
});
