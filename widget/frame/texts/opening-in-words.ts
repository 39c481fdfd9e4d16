import type { OpeningMoment } from '../state/opening-moment.ts';
import { fill } from './fill.ts';
import type { TextKey, Texts } from './keys.ts';

const weekdays = [
  'weekday.0',
  'weekday.1',
  'weekday.2',
  'weekday.3',
  'weekday.4',
  'weekday.5',
  'weekday.6',
] as const satisfies readonly TextKey[];

const months = [
  'month.1',
  'month.2',
  'month.3',
  'month.4',
  'month.5',
  'month.6',
  'month.7',
  'month.8',
  'month.9',
  'month.10',
  'month.11',
  'month.12',
] as const satisfies readonly TextKey[];

/** The next opening as a sentence, such as "We openen dinsdag om 17 uur." (R12). */
export function openingInWords(moment: OpeningMoment, texts: Texts): string {
  return fill(texts['offline.opens'], { day: dayInWords(moment, texts), time: timeInWords(moment, texts) });
}

function dayInWords(moment: OpeningMoment, texts: Texts): string {
  const weekday = texts[weekdays[moment.weekday] ?? 'weekday.0'];
  switch (moment.day) {
    case 'today':
      return texts['day.today'];
    case 'tomorrow':
      return texts['day.tomorrow'];
    case 'weekday':
      return fill(texts['day.weekday'], { weekday });
    case 'date': {
      const month = texts[months[moment.month - 1] ?? 'month.1'];
      const dayOfMonth = moment.dayOfMonth === 1 ? texts['day.first'] : moment.dayOfMonth;
      return fill(texts['day.date'], { weekday, dayOfMonth, month });
    }
  }
}

function timeInWords({ hour, minute }: OpeningMoment, texts: Texts): string {
  if (minute === 0) return fill(texts['time.whole'], { hour });
  return fill(texts['time.minutes'], { hour, minute: String(minute).padStart(2, '0') });
}
