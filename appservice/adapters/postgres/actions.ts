import type { Actions } from '../../ports/actions.ts';
import { actionKeyRow, sentEventRow } from './action-row.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** The queue of actions, inside a unit of work. */
export function actionsIn({ query, note }: Transaction): Actions {
  return {
    enqueue: async ({ key, lane, conversationId, action }) => {
      await query(
        `INSERT INTO actions (key, lane, conversation_id, action) VALUES ($1, $2, $3, $4)
         ON CONFLICT (key) DO NOTHING`,
        [key, lane, conversationId, JSON.stringify(action)],
      );
      note({ kind: 'actions' });
    },
    sentBy: async (key) => {
      const rows = await query(
        'SELECT sent_room_id, sent_event_id FROM actions WHERE key = $1 AND sent_event_id IS NOT NULL',
        [key],
      );
      return parseRows(sentEventRow, rows)[0];
    },
    keyOf: async ({ roomId, eventId }) => {
      if (eventId.includes('\0')) return undefined; // a reaction may name anything; the database refuses this one byte
      const rows = await query(
        'SELECT key, conversation_id FROM actions WHERE sent_event_id = $1 AND sent_room_id = $2',
        [eventId, roomId],
      );
      return parseRows(actionKeyRow, rows)[0];
    },
  };
}
