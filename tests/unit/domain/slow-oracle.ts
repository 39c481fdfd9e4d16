import type { AdHocClosure, DaySpan, OpeningHours } from '../../../appservice/domain/opening-hours.ts';
import type { Instant } from '../../../appservice/domain/time.ts';

/** One minute, in milliseconds. */
export const minute = 60_000;

/** Easter Sundays from published tables, not computed. */
const easters = (
  '2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 ' +
  '2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 ' +
  '2039-04-10 2040-04-01 2041-04-21'
).split(' ');

const holidays = new Set(
  easters.flatMap((easter) => [
    ...['-01-01', '-05-01', '-07-21', '-08-15', '-11-01', '-11-11', '-12-25'].map(
      (day) => easter.slice(0, 4) + day,
    ),
    ...[1, 39, 50].map((days) =>
      new Date(Date.parse(`${easter}T12:00Z`) + days * 86_400_000).toISOString().slice(0, 10),
    ),
  ]),
);

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Whether the plan is open at an instant, read off the text of another locale, and why not. */
function planAt(hours: OpeningHours, instant: Instant): 'open' | 'closed' | 'holiday' {
  const [day = '', time = ''] = format.format(instant).split(' ');
  const now = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const covers = (spans: readonly DaySpan[] | undefined): boolean =>
    (spans ?? []).some(({ startMinute, endMinute }) => now >= startMinute && now < endMinute);
  const exception = hours.exceptions.find((each) => each.day === day);
  if (exception !== undefined) return covers(exception.spans) ? 'open' : 'closed';
  const valid = [...hours.versions]
    .sort((one, other) => one.validFrom.localeCompare(other.validFrom))
    .filter((version) => version.validFrom <= day)
    .at(-1);
  const weekday = (new Date(`${day}T12:00Z`).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
  if (!covers(valid?.week[weekday])) return 'closed';
  return hours.isClosedOnPublicHolidays && holidays.has(day) ? 'holiday' : 'open';
}

/** When an open-ended closure ends: walks minute by minute until the plan has turned from closed to open. */
function closureEnd(hours: OpeningHours, closure: AdHocClosure, before: Instant): Instant {
  if (closure.until !== null) return closure.until;
  let wasOpen = planAt(hours, closure.from) === 'open';
  for (let at = nextMinute(closure.from); at <= before; at += minute) {
    const isOpen = planAt(hours, at) === 'open';
    if (isOpen && !wasOpen) return at;
    wasOpen = isOpen;
  }
  return Infinity;
}

/** The slow, independent answer to `scheduleAt`. */
export function slowSchedule(
  hours: OpeningHours,
  closure: AdHocClosure | null,
  instant: Instant,
): 'open' | 'closed' | 'holiday' | 'exceptional' {
  const plan = planAt(hours, instant);
  if (plan !== 'open' || closure === null || instant < closure.from) return plan;
  return instant < closureEnd(hours, closure, instant) ? 'exceptional' : 'open';
}

/** The slow, independent answer to `nextOpening`, up to `until`; null when there is none by then. */
export function slowNextOpening(
  hours: OpeningHours,
  closure: AdHocClosure | null,
  stretch: { readonly from: Instant; readonly until: Instant },
): Instant | null {
  const end = closure === null ? -Infinity : closureEnd(hours, closure, stretch.until);
  const isOpen = (at: Instant): boolean =>
    planAt(hours, at) === 'open' && (closure === null || at < closure.from || at >= end);
  if (isOpen(stretch.from)) return stretch.from;
  for (let at = nextMinute(stretch.from); at <= stretch.until; at += minute) {
    const endsBefore = end > stretch.from && end > at - minute && end < at;
    if (endsBefore && isOpen(end)) return end;
    if (isOpen(at)) return at;
  }
  return null;
}

function nextMinute(instant: Instant): Instant {
  return (Math.floor(instant / minute) + 1) * minute;
}
