import { z } from 'zod';
import type { Clock } from '../../ports/clock.ts';
import type { StoredTransaction, TransactionInbox } from '../../ports/transaction-inbox.ts';
import { changeChannel } from './change-channel.ts';
import type { Queries } from './connections.ts';
import { jsonText, parseRows } from './parse-rows.ts';

/** Kept as text, not `jsonb`: an event may hold what `jsonb` refuses, and would be delivered for ever. */
const transactionRow: z.ZodType<StoredTransaction> = z.object({
  sequence: z.int(),
  events: jsonText.pipe(z.array(z.unknown())),
});

/** The inbox; each call is its own transaction. */
export function postgresTransactionInbox({ query }: Queries, clock: Clock): TransactionInbox {
  return {
    store: async (transactionId, events) => {
      await query(
        `WITH stored AS (
           INSERT INTO transactions (transaction_id, events, stored_at) VALUES ($1, $2, $3)
           ON CONFLICT (transaction_id) DO NOTHING RETURNING 1
         )
         SELECT pg_notify('${changeChannel}', 'transactions') FROM stored`,
        [transactionId, JSON.stringify(events), clock.now()],
      );
    },
    next: async () => {
      const rows = await query(
        'SELECT sequence, events FROM transactions WHERE events IS NOT NULL ORDER BY sequence LIMIT 1',
      );
      return parseRows(transactionRow, rows)[0];
    },
    complete: async (sequence) => {
      await query('UPDATE transactions SET events = NULL WHERE sequence = $1', [sequence]);
    },
  };
}
