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
    isHandled: async (eventId) => {
      const rows = await query('SELECT FROM handled_events WHERE event_id = $1', [eventId]);
      return rows.length > 0;
    },
    claimMessage: async (messageKey, eventId) => {
      await query(
        'INSERT INTO read_messages (message_key, event_id, read_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [messageKey, eventId, clock.now()],
      );
      const ours = await query('SELECT 1 FROM read_messages WHERE message_key = $1 AND event_id = $2', [
        messageKey,
        eventId,
      ]);
      return ours.length > 0;
    },
  };
}
