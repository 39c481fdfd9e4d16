import { z } from 'zod';
import type { DaySpan, OpeningHours, Weekday } from '../../appservice/domain/opening-hours.ts';

const spanText = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

function parseSpan(text: string): DaySpan | undefined {
  const match = spanText.exec(text);
  if (match === null) return undefined;
  const startMinute = Number(match[1]) * 60 + Number(match[2]);
  const endMinute = match[3] === undefined ? 1_440 : Number(match[3]) * 60 + Number(match[4]);
  return startMinute < endMinute ? { startMinute, endMinute } : undefined;
}

const span = z.string().transform((text, context) => {
  const parsed = parseSpan(text);
  if (parsed !== undefined) return parsed;
  context.addIssue('must be a span of one day such as 17:00-19:00; midnight at its end is 24:00');
  return z.NEVER;
});

const spans = z
  .array(span)
  .max(12)
  .transform((all) => all.toSorted((one, other) => one.startMinute - other.startMinute))
  .refine(
    (all) => all.every((each, index) => index === 0 || (all[index - 1]?.endMinute ?? 0) <= each.startMinute),
    'must not overlap',
  );

const calendarDay = z.iso.date('must be a day such as 2027-01-01');

const weekdays = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
} as const satisfies Record<string, Weekday>;

type DayName = keyof typeof weekdays;

const week = z
  .partialRecord(z.enum(Object.keys(weekdays) as [DayName, ...DayName[]]), spans)
  .transform((days) =>
    Object.fromEntries(Object.entries(days).map(([name, hours]) => [weekdays[name as DayName], hours])),
  );

const defaultVersions = [
  {
    validFrom: '2020-01-01',
    week: { tuesday: ['17:00-19:00'], wednesday: ['17:00-19:00'], thursday: ['17:00-19:00'] },
  },
];

/** When a conversation may start (R9): half-open spans on the wall clock of Europe/Brussels. */
export const openingHoursSection = z
  .strictObject({
    versions: z
      .array(
        z.strictObject({
          validFrom: calendarDay.describe('First day of this schedule; it holds until the next one begins.'),
          week: week.describe('Spans by weekday (monday to sunday); a day that is not named is closed.'),
        }),
      )
      .min(1, 'must hold at least one schedule')
      .refine(
        (all) => new Set(all.map((each) => each.validFrom)).size === all.length,
        'must not hold two schedules from the same day',
      )
      .prefault(defaultVersions)
      .meta({ sample: defaultVersions })
      .describe('Weekly schedules.'),
    exceptions: z
      .array(
        z.strictObject({
          day: calendarDay.describe('The day.'),
          spans: spans.describe('Its spans; none means closed.'),
        }),
      )
      .refine((all) => new Set(all.map((each) => each.day)).size === all.length, 'must not name a day twice')
      .default([])
      .meta({ sample: [{ day: '2026-12-24', spans: [] }] })
      .describe('Single days that differ from the week; they win over public holidays.'),
    closedOnPublicHolidays: z
      .boolean()
      .default(true)
      .describe('Whether the ten Belgian public holidays are closed.'),
  })
  .transform((section): OpeningHours => ({
    versions: section.versions.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1)),
    exceptions: section.exceptions,
    isClosedOnPublicHolidays: section.closedOnPublicHolidays,
  }))
  .describe('When a conversation may start, on the wall clock of Europe/Brussels.');
