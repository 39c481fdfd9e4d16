import type { CalendarDay } from '../domain/calendar-day.ts';
import type { Contact } from '../domain/contact-form.ts';

/** The register of contacts (R62): what goes in leads nowhere (R51). Inside a unit of work. */
export interface ContactRegister {
  add(contact: Contact): Promise<void>;
  /** All of them, in the order of the last shuffle; what came since then lies at the end. */
  all(): Promise<readonly Contact[]>;
  /** The day on which it was shuffled last; undefined before. */
  shuffledOn(): Promise<CalendarDay | undefined>;
  /**
   * Writes every contact anew in random order and under a new random name, so that neither place nor name nor the database's own
   * count of transactions tells which came first, and with them the open forms, so that nothing stays of those that are registered.
   */
  shuffle(day: CalendarDay): Promise<void>;
}
