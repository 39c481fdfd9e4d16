import { addDays, calendarDay, utcMidnight, weekdayOf, type CalendarDay } from './calendar-day.ts';
import { dayMs, type Instant } from './time.ts';
import { wallClockAt } from './wall-clock.ts';

/** A week `YYYY-Www` (ISO 8601) on the helpline's wall clock; a later week is the greater text. */
export type IsoWeek = string;

/** Parses a week as ISO 8601 spells it, else undefined. A week 53 of a year that has none passes: no key is ever of it. */
export function parseIsoWeek(text: string): IsoWeek | undefined {
  return /^[0-9]{4}-W(?:0[1-9]|[1-4][0-9]|5[0-3])$/.test(text) ? text : undefined;
}

/** The week of an instant, `weeksBack` weeks earlier. */
export function isoWeekAt(instant: Instant, weeksBack = 0): IsoWeek {
  return isoWeekOf(addDays(wallClockAt(instant).day, -7 * weeksBack));
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeekOf(day: CalendarDay): IsoWeek {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = Number(thursday.slice(0, 4));
  const daysSinceNewYear = (utcMidnight(thursday) - utcMidnight(calendarDay(year, 1, 1))) / dayMs;
  return `${year}-W${String(Math.floor(daysSinceNewYear / 7) + 1).padStart(2, '0')}`;
}
