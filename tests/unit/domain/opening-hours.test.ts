import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  hasClosedBetween,
  nextOpening,
  scheduleAt,
  type DaySpan,
  type OpeningHours,
} from '../../../appservice/domain/opening-hours.ts';
import { easterSunday, isPublicHoliday, publicHolidays } from '../../../appservice/domain/public-holidays.ts';
import { todayAt } from '../../../appservice/domain/wall-clock.ts';
import { runs } from '../../../scripts/test/campaign.ts';
import { minute, slowNextOpening, slowSchedule } from './slow-oracle.ts';

const hour = 60 * minute;
const day = 24 * hour;
const span = (from: number, to: number): DaySpan => ({ startMinute: from * 60, endMinute: to * 60 });
const at = (text: string): number => Date.parse(text);
const iso = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString().replace('.000', '');

const evenings: OpeningHours = {
  versions: [{ validFrom: '2018-09-01', week: { 2: [span(17, 19)], 3: [span(17, 19)], 4: [span(17, 19)] } }],
  exceptions: [],
  isClosedOnPublicHolidays: true,
};
const everyDay = (spans: readonly DaySpan[]): OpeningHours => ({
  versions: [
    {
      validFrom: '2018-09-01',
      week: { 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans },
    },
  ],
  exceptions: [],
  isClosedOnPublicHolidays: false,
});

describe('the schedule of R9', () => {
  test.each([
    ['Tue 16:59:59', '2026-11-24T15:59:59Z', 'closed'],
    ['Tue 17:00:00', '2026-11-24T16:00:00Z', 'open'],
    ['Tue 18:59:59', '2026-11-24T17:59:59Z', 'open'],
    ['Tue 18:59:59.999', '2026-11-24T17:59:59.999Z', 'open'],
    ['Tue 19:00:00', '2026-11-24T18:00:00Z', 'closed'],
    ['Wed 17:00:00 in summer time', '2026-07-22T15:00:00Z', 'open'],
    ['Wed 16:59:59 in summer time', '2026-07-22T14:59:59Z', 'closed'],
    ['Mon 17:30', '2026-11-23T16:30:00Z', 'closed'],
    ['Tue 17:30 on the national holiday', '2026-07-21T15:30:00Z', 'holiday'],
    ['Tue 12:00 on the national holiday', '2026-07-21T10:00:00Z', 'closed'],
    ['Wed 17:30 on Armistice day', '2026-11-11T16:30:00Z', 'holiday'],
    ['Thu 17:30 on a leap day', '2024-02-29T16:30:00Z', 'open'],
    ['Tue 17:30 the week after the begin of summer time', '2026-03-31T15:30:00Z', 'open'],
    ['Tue 17:30 the week after its end', '2026-10-27T16:30:00Z', 'open'],
    ['a Tuesday before the first version', '2018-08-28T15:30:00Z', 'closed'],
  ])('says of %s (%s): %s', (_, instant, schedule) => {
    expect(scheduleAt(evenings, null, at(instant))).toBe(schedule);
  });

  test('opens on a public holiday when the setting says so', () => {
    const hours = { ...evenings, isClosedOnPublicHolidays: false };
    expect(scheduleAt(hours, null, at('2026-07-21T15:30:00Z'))).toBe('open');
  });

  test('lets an exception win over a holiday, and a planned closing is simply closed', () => {
    const exceptions = [
      { day: '2026-07-21', spans: [span(17, 18)] },
      { day: '2026-11-24', spans: [] },
    ];
    const hours = { ...evenings, exceptions };
    expect(scheduleAt(hours, null, at('2026-07-21T15:30:00Z'))).toBe('open');
    expect(scheduleAt(hours, null, at('2026-07-21T16:30:00Z'))).toBe('closed');
    expect(scheduleAt(hours, null, at('2026-11-24T16:30:00Z'))).toBe('closed');
  });

  test('follows the version that is valid on the day, in whatever order they are listed', () => {
    const later = { validFrom: '2026-11-24', week: { 2: [span(9, 12), span(13, 22)] } };
    const hours = { ...evenings, versions: [later, ...evenings.versions] };
    expect(scheduleAt(hours, null, at('2026-11-17T16:30:00Z'))).toBe('open');
    expect(scheduleAt(hours, null, at('2026-11-24T11:30:00Z'))).toBe('closed');
    expect(scheduleAt(hours, null, at('2026-11-24T20:59:59Z'))).toBe('open');
    expect(scheduleAt(hours, null, at('2026-11-25T16:30:00Z'))).toBe('closed');
  });
});

describe('the clock changes', () => {
  const nights = everyDay([{ startMinute: 120, endMinute: 150 }]);
  test.each([
    ['2026-03-29T00:59:59Z', 'closed', 'before the hour that does not exist'],
    ['2026-03-29T01:00:00Z', 'closed', 'when the clock jumps over it'],
    ['2026-10-25T00:15:00Z', 'open', 'in the hour that comes twice, first time'],
    ['2026-10-25T00:30:00Z', 'closed', 'after the span, first time'],
    ['2026-10-25T01:15:00Z', 'open', 'in the hour that comes twice, second time'],
    ['2026-10-25T01:30:00Z', 'closed', 'after the span, second time'],
  ])('at %s a span from 2:00 to 2:30 is %s (%s)', (instant, schedule) => {
    expect(scheduleAt(nights, null, at(instant))).toBe(schedule);
  });

  test.each([
    ['2026-03-29T00:00:00Z', '2026-03-30T00:00:00Z', 'skips the hour that does not exist'],
    ['2026-10-25T00:31:00Z', '2026-10-25T01:00:00Z', 'finds the second of two same hours'],
    ['2026-10-24T12:00:00Z', '2026-10-25T00:00:00Z', 'finds the first of two same hours'],
  ])('the next opening from %s is %s: it %s', (from, opening) => {
    expect(iso(nextOpening(nights, null, at(from)))).toBe(opening);
  });

  test('a span that begins in the hour that does not exist opens when the clock jumps', () => {
    const hours = everyDay([{ startMinute: 150, endMinute: 240 }]);
    expect(iso(nextOpening(hours, null, at('2027-03-28T00:00:00Z')))).toBe('2027-03-28T01:00:00Z');
  });

  test('a time of today is the one still ahead where it comes twice, and the jump where it never comes', () => {
    const time = { hour: 2, minute: 30 };
    expect(iso(todayAt(time, at('2026-10-24T23:00:00Z')))).toBe('2026-10-25T00:30:00Z');
    expect(iso(todayAt(time, at('2026-10-25T00:45:00Z')))).toBe('2026-10-25T01:30:00Z');
    expect(iso(todayAt(time, at('2026-10-25T12:00:00Z')))).toBe('2026-10-25T01:30:00Z');
    expect(iso(todayAt(time, at('2026-03-29T00:00:00Z')))).toBe('2026-03-29T01:00:00Z');
    expect(iso(todayAt({ hour: 18, minute: 30 }, at('2026-07-22T15:00:00Z')))).toBe('2026-07-22T16:30:00Z');
    expect(iso(todayAt({ hour: 0, minute: 0 }, at('2026-07-22T15:00:00Z')))).toBe('2026-07-21T22:00:00Z');
  });
});

describe('the next opening', () => {
  test.each([
    ['2026-11-23T10:00:00Z', '2026-11-24T16:00:00Z', 'the day after'],
    ['2026-11-24T16:00:00Z', '2026-11-24T16:00:00Z', 'now, when open'],
    ['2026-11-24T18:00:00Z', '2026-11-25T16:00:00Z', 'not the instant of closing'],
    ['2026-11-26T18:00:00Z', '2026-12-01T16:00:00Z', 'over the weekend'],
    ['2026-11-10T18:00:00Z', '2026-11-12T16:00:00Z', 'past a holiday'],
    ['2026-12-24T18:00:00Z', '2026-12-29T16:00:00Z', 'past Christmas'],
  ])('from %s is %s: %s', (from, opening) => {
    expect(iso(nextOpening(evenings, null, at(from)))).toBe(opening);
  });

  test('is null when nothing opens within 400 days, also for a schedule that can never open', () => {
    const never = everyDay([]);
    const inTwoYears = { ...never, exceptions: [{ day: '2028-11-24', spans: [span(9, 10)] }] };
    expect(nextOpening(never, null, at('2026-11-24T10:00:00Z'))).toBeNull();
    expect(nextOpening(inTwoYears, null, at('2026-11-24T10:00:00Z'))).toBeNull();
    expect(nextOpening({ ...never, versions: [] }, null, at('2026-11-24T10:00:00Z'))).toBeNull();
  });

  test('knows spans that touch at midnight as one, on every day of the year', () => {
    const nightly = everyDay([span(0, 2), span(22, 24)]);
    expect(hasClosedBetween(nightly, at('2026-11-24T22:00:00Z'), at('2026-11-25T00:59:59Z'))).toBe(false);
    expect(hasClosedBetween(nightly, at('2026-11-24T22:00:00Z'), at('2026-11-25T01:00:00Z'))).toBe(true);
  });
});

describe('an ad-hoc closure', () => {
  const pressed = at('2026-11-24T16:30:00Z');
  test('without end lasts until the next scheduled opening', () => {
    const closure = { from: pressed, until: null };
    expect(scheduleAt(evenings, closure, pressed - 1)).toBe('open');
    expect(scheduleAt(evenings, closure, pressed)).toBe('exceptional');
    expect(scheduleAt(evenings, closure, at('2026-11-24T17:59:59Z'))).toBe('exceptional');
    expect(scheduleAt(evenings, closure, at('2026-11-24T18:00:00Z'))).toBe('closed');
    expect(scheduleAt(evenings, closure, at('2026-11-25T16:00:00Z'))).toBe('open');
    expect(iso(nextOpening(evenings, closure, pressed))).toBe('2026-11-25T16:00:00Z');
  });

  test('without end has no next opening where the helpline never closes by itself', () => {
    const always = everyDay([span(0, 24)]);
    const closure = { from: pressed, until: null };
    expect(scheduleAt(always, closure, pressed + 30 * day)).toBe('exceptional');
    expect(nextOpening(always, closure, pressed)).toBeNull();
  });

  test('with an end lasts exactly until then', () => {
    const closure = { from: pressed, until: at('2026-11-24T17:30:00Z') };
    expect(scheduleAt(evenings, closure, at('2026-11-24T17:29:59.999Z'))).toBe('exceptional');
    expect(scheduleAt(evenings, closure, at('2026-11-24T17:30:00Z'))).toBe('open');
    expect(iso(nextOpening(evenings, closure, pressed))).toBe('2026-11-24T17:30:00Z');
  });

  test('that ends after closing time opens with the next scheduled opening', () => {
    const closure = { from: pressed, until: at('2026-11-24T20:00:00Z') };
    expect(iso(nextOpening(evenings, closure, pressed))).toBe('2026-11-25T16:00:00Z');
  });

  test('is not seen outside the schedule: planned closing and holiday come first', () => {
    const closure = { from: at('2026-07-20T00:00:00Z'), until: at('2026-07-23T00:00:00Z') };
    expect(scheduleAt(evenings, closure, at('2026-07-21T10:00:00Z'))).toBe('closed');
    expect(scheduleAt(evenings, closure, at('2026-07-21T15:30:00Z'))).toBe('holiday');
    expect(scheduleAt(evenings, closure, at('2026-07-22T15:30:00Z'))).toBe('exceptional');
  });
});

describe('closing time', () => {
  test.each([
    ['2026-11-24T16:50:00Z', '2026-11-24T17:59:59Z', false],
    ['2026-11-24T16:50:00Z', '2026-11-24T18:00:00Z', true],
    ['2026-11-24T15:00:00Z', '2026-11-24T16:30:00Z', false],
    ['2026-11-24T18:00:00Z', '2026-11-25T10:00:00Z', false],
    ['2026-11-24T17:00:00Z', '2026-11-27T10:00:00Z', true],
  ])('between %s and %s: %s', (after, until, expected) => {
    expect(hasClosedBetween(evenings, at(after), at(until))).toBe(expected);
  });

  test('never comes where the helpline is always open', () => {
    expect(hasClosedBetween(everyDay([span(0, 24)]), at('2026-01-01'), at('2026-12-31'))).toBe(false);
  });
});

describe('public holidays (domain 2.4)', () => {
  test.each([
    { year: 2026, easter: '2026-04-05', moving: ['2026-04-06', '2026-05-14', '2026-05-25'] },
    { year: 2027, easter: '2027-03-28', moving: ['2027-03-29', '2027-05-06', '2027-05-17'] },
    { year: 2028, easter: '2028-04-16', moving: ['2028-04-17', '2028-05-25', '2028-06-05'] },
    { year: 2029, easter: '2029-04-01', moving: ['2029-04-02', '2029-05-10', '2029-05-21'] },
    { year: 2049, easter: '2049-04-18', moving: ['2049-04-19', '2049-05-27', '2049-06-07'] },
    { year: 2030, easter: '2030-04-21', moving: ['2030-04-22', '2030-05-30', '2030-06-10'] },
  ])('of $year follow Easter on $easter', ({ year, easter, moving }) => {
    expect(easterSunday(year)).toBe(easter);
    expect(publicHolidays(year)).toEqual(
      [
        ...['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'].map(
          (each) => `${String(year)}-${each}`,
        ),
        ...moving,
      ].sort(),
    );
  });

  test('are ten in every year, and regional days are none', () => {
    for (let year = 2020; year <= 2100; year += 1) expect(new Set(publicHolidays(year)).size).toBe(10);
    expect(['2026-07-11', '2026-09-27', '2026-11-15', '2026-04-05'].filter(isPublicHoliday)).toEqual([]);
  });
});

describe('compared with a slow oracle that walks minute by minute', () => {
  const start = Date.UTC(2020, 0, 1);
  const changes = ['2024-03-31', '2026-03-29', '2026-10-25', '2031-10-26'].map((each) =>
    at(`${each}T00:00Z`),
  );
  const instants = fc.oneof(
    fc.integer({ min: start, max: Date.UTC(2040, 0, 1) }),
    fc
      .tuple(fc.constantFrom(...changes), fc.integer({ min: -3 * hour, max: 4 * hour }))
      .map(([a, b]) => a + b),
  );
  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
      .map(([from, to]) => ({ startMinute: Math.min(from, to), endMinute: Math.max(from, to) })),
    { maxLength: 3 },
  );
  const week = fc.record({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans });
  const days = instants.map((instant) => new Date(instant).toISOString().slice(0, 10));
  const hoursFor = fc.record({
    versions: fc.array(fc.record({ validFrom: days, week }), { minLength: 1, maxLength: 3 }),
    exceptions: fc.array(fc.record({ day: days, spans }), { maxLength: 3 }),
    isClosedOnPublicHolidays: fc.boolean(),
  });
  const closures = fc.option(
    fc.record({
      before: fc.integer({ max: 2 * day, min: -hour }),
      lastsMs: fc.option(fc.integer({ min: 0, max: 3 * day })),
    }),
  );

  test('every schedule says the same at every instant, and opens next at the same', () => {
    const property = fc.property(hoursFor, closures, instants, (hours, closing, instant) => {
      const from = instant - (closing?.before ?? 0);
      const closure =
        closing === null ? null : { from, until: closing.lastsMs === null ? null : from + closing.lastsMs };
      expect(scheduleAt(hours, closure, instant)).toBe(slowSchedule(hours, closure, instant));
      const until = instant + 2 * day;
      const opening = nextOpening(hours, closure, instant);
      expect(opening !== null && opening <= until ? opening : null).toBe(
        slowNextOpening(hours, closure, { from: instant, until }),
      );
    });
    fc.assert(property, runs(300));
  });

  test('twenty years come out the same under three time zones of the process', async () => {
    const sweep = async (zone: string): Promise<unknown> => {
      const file = join(import.meta.dirname, 'opening-hours-sweep.ts');
      const { stdout } = await promisify(execFile)(process.execPath, [file], { env: { TZ: zone } });
      return JSON.parse(stdout);
    };
    const results = await Promise.all(['UTC', 'America/New_York', 'Pacific/Auckland'].map(sweep));
    expect(results[0]).toMatchObject({ mismatches: 0, compared: 23_480 });
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  }, 120_000);
});
