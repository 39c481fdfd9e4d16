import { addDays, utcMidnight, weekdayOf, type CalendarDay, type Weekday } from './calendar-day.ts';
import { isPublicHoliday } from './public-holidays.ts';
import { dayMs, minuteMs, type Instant } from './time.ts';
import { evenStretches, wallClockAt } from './wall-clock.ts';

export type { CalendarDay, Weekday } from './calendar-day.ts';

/** A half-open span of one day, minutes since midnight; `endMinute` may be 1440 (midnight) and is not included (R9). */
export type DaySpan = { readonly startMinute: number; readonly endMinute: number };

/** A weekly schedule from a day on, until the next version (R9). */
export type ScheduleVersion = {
  readonly validFrom: CalendarDay;
  readonly week: Readonly<Partial<Record<Weekday, readonly DaySpan[]>>>;
};

/** One day that differs from the week: closed (no spans) or other hours; wins over holidays. */
export type ScheduleException = { readonly day: CalendarDay; readonly spans: readonly DaySpan[] };

/** When the chat may start (R9): data, with versions, exceptions and holidays. */
export type OpeningHours = {
  readonly versions: readonly ScheduleVersion[];
  readonly exceptions: readonly ScheduleException[];
  /** Closed on the ten Belgian public holidays (domain 2.4). */
  readonly isClosedOnPublicHolidays: boolean;
};

/** A coordinator pressed "close now" (R12). */
export type AdHocClosure = {
  readonly from: Instant;
  /** Null: until `!open`, or until the next scheduled opening after `from` (design 7). */
  readonly until: Instant | null;
};

/** What the opening hours say of an instant; the middle of the public status (design 7). */
export type Schedule = 'open' | 'closed' | 'holiday' | 'exceptional';

/** How far ahead an opening is looked for, in days: more than a year of any yearly pattern. */
const searchDays = 400;

/**
 * What the opening hours say of an instant (R9, R12), whatever the time zone of the process:
 * `closed` outside the week and on a planned exception, `holiday` where only a public holiday keeps an open hour closed,
 * `exceptional` where only an ad-hoc closure does. Spans are half-open: open at the first instant, closed at the last.
 */
export function scheduleAt(hours: OpeningHours, closure: AdHocClosure | null, instant: Instant): Schedule {
  const { day, minute } = wallClockAt(instant);
  if (!isWithin(plannedSpans(hours, day), minute)) {
    return isKeptClosedByHoliday(hours, day) && isWithin(weekSpans(hours, day), minute)
      ? 'holiday'
      : 'closed';
  }
  return closure !== null && isInForce(hours, closure, instant) ? 'exceptional' : 'open';
}

/**
 * The first instant from `instant` on (itself, when open then) that schedule, exceptions and ad-hoc closure allow
 * (design 7). Null when there is none within 400 days, or when only `!open` can end the closure.
 */
export function nextOpening(
  hours: OpeningHours,
  closure: AdHocClosure | null,
  instant: Instant,
): Instant | null {
  const planned = firstOpenInstant(hours, instant);
  if (planned === null || closure === null || !isInForce(hours, closure, planned)) return planned;
  const lifted = closure.until ?? firstOpening(hours, closure.from);
  return lifted === null ? null : firstOpenInstant(hours, lifted);
}

/**
 * Whether a scheduled closing time lies after `after` and not after `until`: duty that began before it ends
 * (design 7, "duty tells the truth"). Two spans that touch, also over midnight, have no closing time between them.
 */
export function hasClosedBetween(hours: OpeningHours, after: Instant, until: Instant): boolean {
  for (const interval of openIntervals(hours, after, until)) {
    if (interval.end > after) return interval.end <= until;
  }
  return false;
}

/** When the plan closes, from an instant at which it is open; null when it is closed then. */
export function closesAt(hours: OpeningHours, instant: Instant): Instant | null {
  for (const interval of openIntervals(hours, instant, instant)) {
    if (interval.end > instant) return interval.start <= instant ? interval.end : null;
  }
  return null;
}

/** The planned spans of as many days from `from` on, holidays and exceptions with them (R9): what a list of hours may promise. */
export function plannedDays(
  hours: OpeningHours,
  from: CalendarDay,
  count: number,
): readonly { readonly day: CalendarDay; readonly spans: readonly DaySpan[] }[] {
  return Array.from({ length: count }, (_, ahead) => {
    const day = addDays(from, ahead);
    return { day, spans: plannedSpans(hours, day) };
  });
}

/** Whether an ad-hoc closure holds at an instant; without `until` it ends with the first opening after it began. */
function isInForce(hours: OpeningHours, closure: AdHocClosure, instant: Instant): boolean {
  if (instant < closure.from) return false;
  const until = closure.until ?? firstOpening(hours, closure.from, instant);
  return until === null || instant < until;
}

type Interval = { readonly start: Instant; readonly end: Instant };

/** The first instant from `instant` on at which the plan is open. */
function firstOpenInstant(hours: OpeningHours, instant: Instant): Instant | null {
  const { day, minute } = wallClockAt(instant);
  return isWithin(plannedSpans(hours, day), minute) ? instant : firstOpening(hours, instant);
}

/** The first time after `instant` at which the plan turns from closed to open, looked for up to `until` at least. */
function firstOpening(hours: OpeningHours, instant: Instant, until = Infinity): Instant | null {
  for (const interval of openIntervals(hours, instant, until)) {
    if (interval.start > instant) return interval.start;
  }
  return null;
}

/** The plan's open times in order, from the day before `from` to the day after `until`; those that touch are one. */
function* openIntervals(hours: OpeningHours, from: Instant, until: Instant): Generator<Interval> {
  let pending: Interval | undefined;
  for (const interval of openIntervalsByDay(hours, from, until)) {
    if (pending === undefined) {
      pending = interval;
    } else if (interval.start <= pending.end) {
      pending = { start: pending.start, end: Math.max(pending.end, interval.end) };
    } else {
      yield pending;
      pending = interval;
    }
  }
  if (pending !== undefined) yield pending;
}

function* openIntervalsByDay(hours: OpeningHours, from: Instant, until: Instant): Generator<Interval> {
  const firstDay = addDays(wallClockAt(from).day, -1);
  const lastDay = Math.min(searchDays, Math.ceil((until - from) / dayMs) + 2);
  for (let days = 0; days <= lastDay; days += 1) {
    yield* openIntervalsOfDay(hours, addDays(firstDay, days));
  }
}

/** The plan's open times of one day as instants: a day of 25 hours has its double hour twice, one of 23 hours not at all. */
function openIntervalsOfDay(hours: OpeningHours, day: CalendarDay): readonly Interval[] {
  const spans = plannedSpans(hours, day);
  if (spans.length === 0) return [];
  const shownMidnight = utcMidnight(day);
  return evenStretches(day)
    .flatMap((stretch) =>
      spans.map((span) => ({
        start: Math.max(stretch.start, shownMidnight + span.startMinute * minuteMs - stretch.offsetMs),
        end: Math.min(stretch.end, shownMidnight + span.endMinute * minuteMs - stretch.offsetMs),
      })),
    )
    .filter((interval) => interval.start < interval.end)
    .sort((one, other) => one.start - other.start);
}

/** The spans that hold on a day: an exception wins over a holiday, a holiday over the week. */
function plannedSpans(hours: OpeningHours, day: CalendarDay): readonly DaySpan[] {
  const exception = exceptionOn(hours, day);
  if (exception !== undefined) return exception.spans;
  return isKeptClosedByHoliday(hours, day) ? [] : weekSpans(hours, day);
}

function isKeptClosedByHoliday(hours: OpeningHours, day: CalendarDay): boolean {
  return hours.isClosedOnPublicHolidays && exceptionOn(hours, day) === undefined && isPublicHoliday(day);
}

function exceptionOn(hours: OpeningHours, day: CalendarDay): ScheduleException | undefined {
  return hours.exceptions.find((exception) => exception.day === day);
}

/** The spans of the week that is valid on a day; closed before the first version. */
function weekSpans(hours: OpeningHours, day: CalendarDay): readonly DaySpan[] {
  let valid: ScheduleVersion | undefined;
  for (const version of hours.versions) {
    if (version.validFrom <= day && version.validFrom >= (valid?.validFrom ?? '')) valid = version;
  }
  return valid?.week[weekdayOf(day)] ?? [];
}

function isWithin(spans: readonly DaySpan[], minute: number): boolean {
  return spans.some((span) => span.startMinute <= minute && minute < span.endMinute);
}
