import { z } from 'zod';
import type { Alarms } from '../../ports/alarms.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** Which alarms are on. */
export function alarmsIn({ query }: Transaction): Alarms {
  return {
    since: async (code) => {
      const rows = await query('SELECT since FROM alarms WHERE code = $1', [code]);
      return parseRows(z.object({ since: columns.instant }), rows)[0]?.since;
    },
    raise: async (code, now) => {
      await query('INSERT INTO alarms (code, since) VALUES ($1, $2) ON CONFLICT DO NOTHING', [code, now]);
    },
    clear: async (code) => {
      await query('DELETE FROM alarms WHERE code = $1', [code]);
    },
  };
}
