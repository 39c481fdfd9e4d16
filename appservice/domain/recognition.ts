import { addMonths, monthAt, monthsLater, type CalendarMonth } from './calendar-months.ts';
import type { Instant } from './time.ts';

/** How long a line or a nickname is recognised, in calendar months (R23: "nothing links beyond 6 months"). */
const recognisedMonths = 6;

/** Whether a record of recognition may no longer be looked at. */
export function isRecognitionDue(recordedAt: Instant, now: Instant): boolean {
  return now >= monthsLater(recordedAt, recognisedMonths);
}

/** Whether every record that can have been made under the key of a month is due: its last one was made as the month ended. */
export function isRecognitionKeyDue(month: CalendarMonth, now: Instant): boolean {
  return monthAt(now) > addMonths(month, recognisedMonths);
}
