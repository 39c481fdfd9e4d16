import { addMonths, monthAt, type CalendarMonth } from '../../appservice/domain/calendar-months.ts';
import type { CalendarDay } from '../../appservice/domain/calendar-day.ts';
import type { Instant } from '../../appservice/domain/time.ts';

/** Whole calendar months, the first and the last of them. */
export type ContactPeriod = { readonly first: CalendarMonth; readonly last: CalendarMonth };

/** A period, or what is wrong with what was asked for, for the administrator. */
export type ContactPeriodReading =
  { readonly ok: true; readonly period: ContactPeriod } | { readonly ok: false; readonly problem: string };

/**
 * Reads `--from` and `--to`. Only whole months that are over: of two periods that differ by a day, or of the same month on two days, one
 * subtracted from the other would tell of a single contact (S34).
 */
export function readPeriod(
  from: string | undefined,
  to: string | undefined,
  now: Instant,
): ContactPeriodReading {
  if (from === undefined || to === undefined) {
    return refusal('Say of which months: --from 2026-01 --to 2026-12, the last one included.');
  }
  const wrong = [from, to].find((text) => !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text));
  if (wrong !== undefined) {
    const shown = JSON.stringify(wrong.slice(0, 20));
    return refusal(`${shown} is no month such as 2026-01; the figures are of whole months.`);
  }
  if (from > to) return refusal(`The first month, ${from}, comes after the last, ${to}.`);
  const newest = addMonths(monthAt(now), -1);
  if (to > newest) return refusal(`${to} is not over yet: the newest month that can be told is ${newest}.`);
  return { ok: true, period: { first: from, last: to } };
}

/** Whether a day lies in it. */
export function isInPeriod({ first, last }: ContactPeriod, day: CalendarDay): boolean {
  const month = day.slice(0, 7);
  return month >= first && month <= last;
}

function refusal(problem: string): ContactPeriodReading {
  return { ok: false, problem };
}
