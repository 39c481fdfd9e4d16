import { z } from 'zod';
import type { Reopening } from '../../domain/reopening.ts';
import type { Reopenings } from '../../ports/reopenings.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const reopeningFields = {
  person: columns.userId,
  until: columns.instant,
  shared_by: columns.userId.nullable(),
};

const reopeningRow = z.object(reopeningFields).transform(toReopening);

const overRow = z
  .object({ ...reopeningFields, conversation_id: columns.conversationId })
  .transform((row) => ({ ...toReopening(row), conversationId: row.conversation_id }));

/** For whom an ended conversation is open again. */
export function reopeningsIn({ query }: Transaction): Reopenings {
  return {
    of: async (conversationId) =>
      parseRows(
        reopeningRow,
        await query(
          'SELECT person, until, shared_by FROM reopenings WHERE conversation_id = $1 ORDER BY person',
          [conversationId],
        ),
      ),
    save: async (conversationId, { person, until, sharedBy }) => {
      await query(
        `INSERT INTO reopenings (conversation_id, person, until, shared_by) VALUES ($1, $2, $3, $4)
         ON CONFLICT (conversation_id, person) DO UPDATE SET until = $3, shared_by = $4`,
        [conversationId, person, until, sharedBy],
      );
    },
    remove: async (conversationId, person) => {
      await query('DELETE FROM reopenings WHERE conversation_id = $1 AND person = $2', [
        conversationId,
        person,
      ]);
    },
    over: async (now) =>
      parseRows(
        overRow,
        await query(
          `SELECT conversation_id, person, until, shared_by FROM reopenings WHERE until <= $1
           ORDER BY until, conversation_id, person`,
          [now],
        ),
      ),
  };
}

function toReopening(row: {
  readonly person: Reopening['person'];
  readonly until: number;
  readonly shared_by: Reopening['sharedBy'];
}): Reopening {
  return { person: row.person, until: row.until, sharedBy: row.shared_by };
}
