import type { Instant } from './time.ts';

/** A weekday on the helpline's wall clock, 1 is Monday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A calendar day `YYYY-MM-DD` in Europe/Brussels. */
export type CalendarDay = string;

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
