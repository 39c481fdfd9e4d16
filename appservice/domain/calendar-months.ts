import { addDays, calendarDay, type CalendarDay } from './calendar-day.ts';
import { minuteMs, type Instant } from './time.ts';
import { instantOn, wallClockAt } from './wall-clock.ts';

/** A calendar month `YYYY-MM` in Europe/Brussels. */
export type CalendarMonth = string;

/** The month that the helpline's wall clock shows at an instant. */
export function monthAt(instant: Instant): CalendarMonth {
  return monthOf(wallClockAt(instant).day);
}

/** The month that is `months` later, earlier when negative. */
export function addMonths(month: CalendarMonth, months: number): CalendarMonth {
  const { year, monthOfYear } = partsOf(month);
  return monthOf(calendarDay(year, monthOfYear + months, 1));
}

/**
 * The instant that is whole calendar months later: the same time on the wall clock of the same day of the month, or of the
 * month's last day where it is shorter (31 August and six months: 28 or 29 February).
 */
export function monthsLater(instant: Instant, months: number): Instant {
  const { day, minute } = wallClockAt(instant);
  const later = addMonths(monthOf(day), months);
  const sameDay = dayIn(later, Number(day.slice(8)));
  return instantOn(sameDay, minute, instant) + (instant % minuteMs);
}

function dayIn(month: CalendarMonth, dayOfMonth: number): CalendarDay {
  const { year, monthOfYear } = partsOf(month);
  const lastDay = addDays(calendarDay(year, monthOfYear + 1, 1), -1);
  return dayOfMonth > Number(lastDay.slice(8)) ? lastDay : calendarDay(year, monthOfYear, dayOfMonth);
}

function partsOf(month: CalendarMonth): { readonly year: number; readonly monthOfYear: number } {
  return { year: Number(month.slice(0, 4)), monthOfYear: Number(month.slice(5, 7)) };
}

function monthOf(day: CalendarDay): CalendarMonth {
  return day.slice(0, 7);
}
