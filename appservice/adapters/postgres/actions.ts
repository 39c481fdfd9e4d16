import type { Actions } from '../../ports/actions.ts';
import { actionKeyRow, sentEventRow } from './action-row.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** The queue of actions, inside a unit of work. */
export function actionsIn({ query, note }: Transaction): Actions {
  return {
    enqueue: async ({ key, lane, conversationId, action }) => {
      const editOf = action.kind === 'desk-edit' ? action.of : null;
      const added = await query(
        `INSERT INTO actions (key, lane, conversation_id, action, edit_of) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (key) DO NOTHING RETURNING 1`,
        [key, lane, conversationId, JSON.stringify(action), editOf],
      );
      if (added.length > 0 && editOf !== null) await replaceEdits(query, { editOf, by: key });
      note({ kind: 'actions' });
    },
    hasten: async (now) => {
      await query(`UPDATE actions SET retry_at = $1 WHERE state = 'waiting' AND retry_at > $1`, [now]);
      note({ kind: 'actions' });
    },
    isRecorded: async (key) => {
      const rows = await query('SELECT FROM actions WHERE key = $1', [key]);
      return rows.length > 0;
    },
    begin: async (key) => {
      await query('UPDATE actions SET has_begun = true WHERE key = $1', [key]);
    },
    hasBegun: async (key) => {
      const rows = await query('SELECT FROM actions WHERE key = $1 AND has_begun', [key]);
      return rows.length > 0;
    },
    sentBy: async (key) => {
      const rows = await query(
        'SELECT sent_room_id, sent_event_id FROM actions WHERE key = $1 AND sent_event_id IS NOT NULL',
        [key],
      );
      return parseRows(sentEventRow, rows)[0];
    },
    moveTo: async (key, { roomId, eventId }) => {
      await query('UPDATE actions SET sent_room_id = $2, sent_event_id = $3 WHERE key = $1', [
        key,
        roomId,
        eventId,
      ]);
    },
    keyOf: async ({ roomId, eventId }) => {
      const rows = await query(
        'SELECT key, conversation_id FROM actions WHERE sent_event_id = $1 AND sent_room_id = $2',
        [eventId, roomId],
      );
      return parseRows(actionKeyRow, rows)[0];
    },
  };
}

/** An older edit that still waits would be overwritten at once: it costs the room an event and says nothing. */
async function replaceEdits(
  query: Transaction['query'],
  { editOf, by }: { readonly editOf: string; readonly by: string },
): Promise<void> {
  await query(
    `UPDATE actions SET state = 'done', action = NULL
     WHERE state = 'waiting' AND edit_of = $1 AND key <> $2`,
    [editOf, by],
  );
}
