import type { Clock } from '../../ports/clock.ts';
import type { HandledEvents } from '../../ports/unit-of-work.ts';
import type { Transaction } from './transaction.ts';

/** What was already acted upon. */
export function handledEventsIn({ query }: Transaction, clock: Clock): HandledEvents {
  return {
    markHandled: async (eventId) => {
      const marked = await query(
        'INSERT INTO handled_events (event_id, handled_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
        [eventId, clock.now()],
      );
      return marked.length > 0;
    },
  };
}
