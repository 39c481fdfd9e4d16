import type { Mutation } from '../mutation.ts';

/** The rules of time: opening hours, holidays, the wall clock, and the status that follows (R9–R13). */
export const hoursRules: readonly Mutation[] = [
  {
    file: 'calendar-day.ts',
    rule: 'a week begins on Monday',
    find: '[7, 1, 2, 3, 4, 5, 6]',
    replace: '[1, 2, 3, 4, 5, 6, 7]',
  },
  {
    file: 'opening-hours.ts',
    rule: 'a span is closed at its last instant',
    find: 'minute < span.endMinute',
    replace: 'minute <= span.endMinute',
  },
  {
    file: 'opening-hours.ts',
    rule: 'an exception wins over the week',
    find: 'if (exception !== undefined) return exception.spans;',
    replace: '',
  },
  {
    file: 'opening-hours.ts',
    rule: 'an exception wins over a holiday',
    find: 'exceptionOn(hours, day) === undefined && isPublicHoliday(day)',
    replace: 'isPublicHoliday(day)',
  },
  {
    file: 'opening-hours.ts',
    rule: 'a version of the week holds from its first day on',
    find: 'version.validFrom <= day && ',
    replace: '',
  },
  {
    file: 'opening-hours.ts',
    rule: 'an ad-hoc closure closes',
    find: "closure !== null && isInForce(hours, closure, instant) ? 'exceptional' : 'open'",
    replace: "'open'",
  },
  {
    file: 'opening-hours.ts',
    rule: 'an ad-hoc closure without end is over at the next scheduled opening',
    find: 'closure.until ?? firstOpening(hours, closure.from, instant)',
    replace: 'closure.until',
  },
  {
    file: 'opening-hours.ts',
    rule: 'two spans that touch have no closing time between them',
    find: 'interval.start <= pending.end',
    replace: 'interval.start < pending.end',
  },
  {
    file: 'public-holidays.ts',
    rule: 'holidays that follow Easter are holidays',
    find: '...daysAfterEaster.map((days) => addDays(easter, days))',
    replace: '',
  },
  {
    file: 'public-holidays.ts',
    rule: 'the computus corrects the late moons',
    find: '7 * correction',
    replace: '0 * correction',
  },
  {
    file: 'time.ts',
    rule: 'the wall clock is that of Brussels',
    find: "'Europe/Brussels'",
    replace: "'UTC'",
  },
  {
    file: 'wall-clock.ts',
    rule: 'a day of 23 or 25 hours is cut where the clock changes',
    find: 'if (before === after) return',
    replace: 'return',
  },
  {
    file: 'wall-clock.ts',
    rule: 'of a time that comes twice, the one that is still ahead is meant',
    find: 'candidates.find((instant) => instant > now) ?? ',
    replace: '',
  },
  {
    file: 'status.ts',
    rule: 'a fault makes the helpline offline',
    find: "if (!facts.isHealthy) return 'fault';",
    replace: '',
  },
  {
    file: 'status.ts',
    rule: 'the helpline is offline when nobody is on duty',
    find: "facts.counsellorsOnDuty === 0 ? 'nobody' : undefined",
    replace: 'undefined',
  },
  {
    file: 'status.ts',
    rule: 'the helpline is busy when no slot is free',
    find: 'facts.freeSlots > 0',
    replace: 'facts.freeSlots >= 0',
  },
  {
    file: 'status.ts',
    rule: 'no next opening is promised during a fault or while nobody is there',
    find: "reason === 'fault' || reason === 'nobody' ? null : facts.nextOpening",
    replace: 'facts.nextOpening',
  },
];
