import { z } from 'zod';
import type { CounsellorDuty } from '../../domain/duty.ts';
import type { Duties } from '../../ports/duties.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const dutyRow: z.ZodType<CounsellorDuty> = z
  .object({
    counsellor: columns.userId,
    state: z.enum(['on', 'off', 'paused']),
    since: columns.instant,
    idle_since: columns.instant,
    pinned_master_key: z.string().nullable(),
    unconfirmed_master_key: z.string().nullable(),
    offboarded_at: columns.instant.nullable(),
  })
  .transform((row) => ({
    counsellor: row.counsellor,
    state: row.state,
    since: row.since,
    idleSince: row.idle_since,
    pinnedMasterKey: row.pinned_master_key,
    unconfirmedMasterKey: row.unconfirmed_master_key,
    offboardedAt: row.offboarded_at,
  }));

const dutyColumns =
  'counsellor, state, since, idle_since, pinned_master_key, unconfirmed_master_key, offboarded_at';

/** The duty list. */
export function dutiesIn({ query, note }: Transaction): Duties {
  return {
    all: async () => parseRows(dutyRow, await query(`SELECT ${dutyColumns} FROM duties ORDER BY counsellor`)),
    find: async (counsellor) => {
      const rows = await query(`SELECT ${dutyColumns} FROM duties WHERE counsellor = $1`, [counsellor]);
      return parseRows(dutyRow, rows)[0];
    },
    save: async (duty) => {
      await query(
        `INSERT INTO duties (${dutyColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (counsellor) DO UPDATE SET state = excluded.state, since = excluded.since,
           idle_since = excluded.idle_since, pinned_master_key = excluded.pinned_master_key,
           unconfirmed_master_key = excluded.unconfirmed_master_key,
           offboarded_at = excluded.offboarded_at`,
        [
          duty.counsellor,
          duty.state,
          duty.since,
          duty.idleSince,
          duty.pinnedMasterKey,
          duty.unconfirmedMasterKey,
          duty.offboardedAt,
        ],
      );
      note({ kind: 'duty' });
    },
  };
}
