import { addDays, utcMidnight, type CalendarDay } from './calendar-day.ts';
import type { WallTime } from './desk-command.ts';
import { helplineTimeZone, minuteMs, secondMs, type Instant } from './time.ts';

/** What the helpline's wall clock shows at an instant. */
export type WallClock = {
  readonly day: CalendarDay;
  /** Minutes since midnight as the clock shows them, 0 to 1439: on a day of 25 hours some come twice. */
  readonly minute: number;
};

/** A stretch of time in which the wall clock runs evenly: `offsetMs` is what it is ahead of UTC. */
export type EvenStretch = { readonly start: Instant; readonly end: Instant; readonly offsetMs: number };

const formatter = new Intl.DateTimeFormat('en-GB', {
  timeZone: helplineTimeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Reads the helpline's wall clock (Europe/Brussels), whatever the time zone of the process. */
export function wallClockAt(instant: Instant): WallClock {
  const shifted = new Date(instant + offsetAt(instant));
  return {
    day: shifted.toISOString().slice(0, 10),
    minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  };
}

/**
 * The day cut where summer time begins or ends: one stretch on most days, two on the two Sundays of a change.
 * The first starts when the day starts, the last ends when the next day starts.
 */
export function evenStretches(day: CalendarDay): readonly EvenStretch[] {
  const start = midnight(day);
  const end = midnight(addDays(day, 1));
  const before = offsetAt(start);
  const after = offsetAt(end - 1);
  if (before === after) return [{ start, end, offsetMs: before }];
  const change = firstInstantWithOffset(after, start, end);
  return [
    { start, end: change, offsetMs: before },
    { start: change, end, offsetMs: after },
  ];
}

/**
 * The instant at which the wall clock shows a time on the day of `now`. Where it comes twice (end of summer time): the
 * first that is still ahead, else the last; where it never comes (begin of summer time): when the clock jumps over it.
 */
export function todayAt(time: WallTime, now: Instant): Instant {
  return instantOn(wallClockAt(now).day, time.hour * 60 + time.minute, now);
}

/** As `todayAt`, on any day: the instant at which the wall clock shows that many minutes since midnight. */
export function instantOn(day: CalendarDay, minute: number, now: Instant): Instant {
  const shown = utcMidnight(day) + minute * minuteMs;
  const stretches = evenStretches(day);
  const candidates = stretches.flatMap(({ start, end, offsetMs }) => {
    const instant = shown - offsetMs;
    return instant >= start && instant < end ? [instant] : [];
  });
  const jump = stretches.at(-1)?.start ?? now;
  return candidates.find((instant) => instant > now) ?? candidates.at(-1) ?? jump;
}

/** How far the wall clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Instant): number {
  const wholeSecond = Math.floor(instant / secondMs) * secondMs;
  const fields: Record<string, number> = {};
  for (const { type, value } of formatter.formatToParts(wholeSecond)) fields[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return Date.UTC(year, month - 1, day, hour, minute, second) - wholeSecond;
}

/** The instant at which a day starts. The zone's clock never changes at midnight, so one correction is enough. */
function midnight(day: CalendarDay): Instant {
  const shown = utcMidnight(day);
  return shown - offsetAt(shown - offsetAt(shown));
}

/** Halves the stretch until the first whole minute with this offset is found. */
function firstInstantWithOffset(offsetMs: number, start: Instant, end: Instant): Instant {
  let without = start;
  let having = end;
  while (having - without > minuteMs) {
    const middle = without + Math.floor((having - without) / 2 / minuteMs) * minuteMs;
    if (offsetAt(middle) === offsetMs) having = middle;
    else without = middle;
  }
  return having;
}
