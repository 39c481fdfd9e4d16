import { utcMidnight, weekdayOf, type CalendarDay } from '../calendar-day.ts';
import { dayMs, minuteMs, secondMs, type Instant } from '../time.ts';
import { wallClockAt } from '../wall-clock.ts';

const weekdays = {
  1: 'maandag',
  2: 'dinsdag',
  3: 'woensdag',
  4: 'donderdag',
  5: 'vrijdag',
  6: 'zaterdag',
  7: 'zondag',
} as const;

const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** The time on the helpline's wall clock, `17:05`. */
export function clockTime(instant: Instant): string {
  const { minute } = wallClockAt(instant);
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

/** The time, with the day before it when it is not today: `18:30`, `dinsdag 24 november om 17:00`. */
export function momentSeenFrom(now: Instant, instant: Instant): string {
  const { day } = wallClockAt(instant);
  if (day === wallClockAt(now).day) return clockTime(instant);
  const date = new Date(utcMidnight(day));
  const month = months[date.getUTCMonth()] ?? '';
  return `${weekdays[weekdayOf(day)]} ${String(date.getUTCDate())} ${month} om ${clockTime(instant)}`;
}

/** A day, `24 november`. */
export function dayWords(day: CalendarDay): string {
  const date = new Date(utcMidnight(day));
  return `${String(date.getUTCDate())} ${months[date.getUTCMonth()] ?? ''}`;
}

/** How long something takes already, minutes and seconds: `1:10`. */
export function minutesAndSeconds(durationMs: number): string {
  const minutes = Math.floor(durationMs / minuteMs);
  return `${String(minutes)}:${twoDigits(Math.floor((durationMs % minuteMs) / secondMs))}`;
}

/** How long ago by the calendar, no finer than needed: `vandaag om 14:05`, `gisteren`, `3 weken geleden`, `2 maanden geleden`. */
export function howLongAgo(now: Instant, instant: Instant): string {
  const days = (utcMidnight(wallClockAt(now).day) - utcMidnight(wallClockAt(instant).day)) / dayMs;
  if (days < 1) return `vandaag om ${clockTime(instant)}`;
  if (days < 2) return 'gisteren';
  if (days < 14) return `${String(days)} dagen geleden`;
  if (days < 60) return `${String(Math.floor(days / 7))} weken geleden`;
  return `${String(Math.floor(days / 30))} maanden geleden`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
