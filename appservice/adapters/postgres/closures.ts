import { z } from 'zod';
import type { AdHocClosure } from '../../domain/opening-hours.ts';
import type { Closures } from '../../ports/closures.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const closureRow: z.ZodType<AdHocClosure> = z
  .object({ from_at: columns.instant, until_at: columns.instant.nullable() })
  .transform((row) => ({ from: row.from_at, until: row.until_at }));

/** Ad-hoc closures; each reason is sealed under a data key of its own (design 10). */
export function closuresIn({ query, note }: Transaction, dataKeys: DataKeys): Closures {
  return {
    latest: async () => {
      const rows = await query(
        'SELECT from_at, until_at FROM closures WHERE lifted_at IS NULL ORDER BY closure_id DESC LIMIT 1',
      );
      return parseRows(closureRow, rows)[0];
    },
    add: async ({ from, until, by, reason }) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      await query(
        `INSERT INTO closures (from_at, until_at, closed_by, wrapped_data_key, sealed_reason)
         VALUES ($1, $2, $3, $4, $5)`,
        [from, until, by, wrappedDataKey, sealer.seal(Buffer.from(reason), 'closure.reason')],
      );
      note({ kind: 'closure' });
    },
    lift: async (at) => {
      await query('UPDATE closures SET lifted_at = $1 WHERE lifted_at IS NULL', [at]);
      note({ kind: 'closure' });
    },
  };
}
