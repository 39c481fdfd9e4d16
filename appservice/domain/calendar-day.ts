import { dayMs } from './time.ts';

/** A weekday on the helpline's wall clock, 1 is Monday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A calendar day `YYYY-MM-DD` in Europe/Brussels. */
export type CalendarDay = string;

/** The calendar day of a year, month (1 to 12) and day of the month; days beyond the month's end run on. */
export function calendarDay(year: number, month: number, day: number): CalendarDay {
  return dayOfUtc(Date.UTC(year, month - 1, day));
}

/** Midnight of a calendar day as if the wall clock were UTC, in milliseconds: the ground for day arithmetic. */
export function utcMidnight(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The calendar day that is `days` later (earlier when negative), whatever the clock does in between. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return dayOfUtc(utcMidnight(day) + days * dayMs);
}

/** The ISO 8601 weekday of a calendar day. */
export function weekdayOf(day: CalendarDay): Weekday {
  const weekdays = [7, 1, 2, 3, 4, 5, 6] as const;
  return weekdays[new Date(utcMidnight(day)).getUTCDay()] ?? 7;
}

function dayOfUtc(milliseconds: number): CalendarDay {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
