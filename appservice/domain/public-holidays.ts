import { addDays, calendarDay, type CalendarDay } from './calendar-day.ts';

/** Belgian public holidays that have the same date each year, `MM-DD` (domain 2.4). */
const fixedHolidays = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'] as const;

/** Belgian public holidays that follow Easter: Easter Monday, Ascension, Whit Monday; days after Easter Sunday (domain 2.4). */
const daysAfterEaster = [1, 39, 50] as const;

/** The ten Belgian public holidays of a year, in the order of the calendar (domain 2.4); regional days are none. */
export function publicHolidays(year: number): readonly CalendarDay[] {
  const easter = easterSunday(year);
  const fixed = fixedHolidays.map((day) => `${String(year)}-${day}`);
  return [...fixed, ...daysAfterEaster.map((days) => addDays(easter, days))].sort();
}

/** Whether a calendar day is a Belgian public holiday (domain 2.4). */
export function isPublicHoliday(day: CalendarDay): boolean {
  return publicHolidays(Number(day.slice(0, 4))).includes(day);
}

/**
 * Easter Sunday of a Gregorian year: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8),
 * in the words of the Church: golden number, century, the moon's epact, the days to the next Sunday.
 */
export function easterSunday(year: number): CalendarDay {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const leapDays = 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4);
  const toSunday = (32 + leapDays - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * correction + 114;
  return calendarDay(year, Math.floor(days / 31), (days % 31) + 1);
}
