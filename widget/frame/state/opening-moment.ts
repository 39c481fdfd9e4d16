/** The next opening in parts that every language can put into words. Month from 1, weekday from 0 for Sunday. */
export type OpeningMoment = {
  /** How it is named: `date` from a week on, when a weekday alone would be read as this week's. */
  readonly day: 'today' | 'tomorrow' | 'weekday' | 'date';
  readonly weekday: number;
  readonly dayOfMonth: number;
  readonly month: number;
  readonly hour: number;
  readonly minute: number;
};

const millisecondsOfDay = 86_400_000;

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** The next opening as a clock in Brussels shows it, wherever the caller's browser is (R9, R12); undefined for no instant. */
export function openingMoment(nextOpening: string, nowMs: number): OpeningMoment | undefined {
  const opening = Date.parse(nextOpening);
  if (Number.isNaN(opening)) return undefined;
  const parts = readWallClock(opening);
  const dayStart = Date.UTC(parts.year, parts.month - 1, parts.dayOfMonth);
  const now = readWallClock(nowMs);
  const daysAhead = (dayStart - Date.UTC(now.year, now.month - 1, now.dayOfMonth)) / millisecondsOfDay;
  return {
    day: nameOfDay(daysAhead),
    weekday: new Date(dayStart).getUTCDay(),
    dayOfMonth: parts.dayOfMonth,
    month: parts.month,
    hour: parts.hour,
    minute: parts.minute,
  };
}

function nameOfDay(daysAhead: number): OpeningMoment['day'] {
  if (daysAhead <= 0) return 'today';
  if (daysAhead === 1) return 'tomorrow';
  return daysAhead < 7 ? 'weekday' : 'date';
}

function readWallClock(
  instantMs: number,
): Record<'year' | 'month' | 'dayOfMonth' | 'hour' | 'minute', number> {
  const parts = wallClock.formatToParts(new Date(instantMs));
  const read = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  return {
    year: read('year'),
    month: read('month'),
    dayOfMonth: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  };
}
