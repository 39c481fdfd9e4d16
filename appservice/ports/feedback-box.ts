import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Feedback } from '../domain/feedback.ts';
import type { IsoWeek } from '../domain/iso-week.ts';

/** Where feedback lies until it is counted (R38): what goes in can be told from its neighbours by nothing. Inside a unit of work. */
export interface FeedbackBox {
  add(feedback: Feedback): Promise<void>;
  /** All that lies in it, remarks opened, in the order of the last shuffle; what came since then lies at the end. */
  all(): Promise<readonly Feedback[]>;
  /** The day on which it was shuffled last; undefined before. */
  shuffledOn(): Promise<CalendarDay | undefined>;
  /**
   * Writes every row anew in random order and under a new random name, so that neither place nor name nor the database's own
   * count of transactions tells which came first. Remarks of earlier weeks than `remarksFrom` go; the answers stay.
   */
  shuffle(night: { readonly day: CalendarDay; readonly remarksFrom: IsoWeek }): Promise<void>;
}
