import type { ActionQueue } from '../../ports/actions.ts';
import { waitingActionRow } from './action-row.ts';
import type { Queries } from './connections.ts';
import { parseRows } from './parse-rows.ts';

/** The first of each lane is looked for before its pause is: an action that waits holds back those behind it. */
const dueActions = `
  SELECT key, lane, conversation_id, action, attempts
  FROM (
    SELECT DISTINCT ON (lane) sequence, key, lane, conversation_id, action, attempts, retry_at
    FROM actions WHERE state = 'waiting' ORDER BY lane, sequence
  ) AS first_of_lane
  WHERE retry_at <= $1 ORDER BY sequence`;

/** The queue as the one who carries actions out sees it. What was to be done is forgotten once it is done. */
export function postgresActionQueue({ query }: Queries): ActionQueue {
  return {
    due: async (now) => parseRows(waitingActionRow, await query(dueActions, [now])),
    succeed: async (key, sent) => {
      await query(
        `UPDATE actions SET state = 'done', action = NULL, sent_room_id = $2, sent_event_id = $3
         WHERE key = $1 AND state = 'waiting'`,
        [key, sent?.roomId ?? null, sent?.eventId ?? null],
      );
    },
    fail: async (key, { code, retryAt, mayBeDone }) => {
      await query(
        `UPDATE actions SET attempts = attempts + 1, failure_code = $2,
           state = CASE WHEN $3::bigint IS NULL THEN 'given-up' ELSE state END,
           retry_at = coalesce($3, retry_at),
           has_begun = has_begun AND $4
         WHERE key = $1 AND state = 'waiting'`,
        [key, code, retryAt, mayBeDone],
      );
    },
  };
}
