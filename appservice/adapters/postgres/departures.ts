import { z } from 'zod';
import type { Departures } from '../../ports/departures.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const departureRow = z
  .object({
    conversation_id: columns.conversationId,
    case_number: columns.caseNumber,
    person: columns.userId,
    was_reading: z.boolean(),
    left_at: columns.instant,
  })
  .transform((row) => ({
    conversationId: row.conversation_id,
    caseNumber: row.case_number,
    person: row.person,
    wasReading: row.was_reading,
    at: row.left_at,
  }));

/** Who had or read a conversation until a moment ago. */
export function departuresIn({ query }: Transaction): Departures {
  return {
    save: async ({ conversationId, person, wasReading, at }) => {
      await query(
        `INSERT INTO departures (conversation_id, person, was_reading, left_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (conversation_id, person) DO UPDATE SET was_reading = $3, left_at = $4`,
        [conversationId, person, wasReading, at],
      );
    },
    of: async (person) => {
      const rows = await query(
        `SELECT conversation_id, case_number, person, was_reading, left_at
         FROM departures JOIN conversations USING (conversation_id)
         WHERE person = $1 ORDER BY left_at, case_number`,
        [person],
      );
      return parseRows(departureRow, rows);
    },
    forgetBefore: async (instant) => {
      await query('DELETE FROM departures WHERE left_at < $1', [instant]);
    },
  };
}
