import { z } from 'zod';
import type { AddressView } from '../../domain/address.ts';
import type { AddressViews } from '../../ports/address-views.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const viewRow: z.ZodType<AddressView> = z
  .object({
    view_id: z.string(),
    conversation_id: columns.conversationId,
    counsellor: columns.userId,
    asked_at: columns.instant,
    state: z.enum(['asked', 'shown', 'refused']),
  })
  .transform((row) => ({
    viewId: row.view_id,
    conversationId: row.conversation_id,
    counsellor: row.counsellor,
    askedAt: row.asked_at,
    state: row.state,
  }));

/** Who wants or was shown which conversation's address. */
export function addressViewsIn({ query }: Transaction): AddressViews {
  const select = async (where: string, values: readonly unknown[] = []) =>
    parseRows(
      viewRow,
      await query(
        `SELECT view_id, conversation_id, counsellor, asked_at, state FROM address_views
         WHERE ${where} ORDER BY asked_at, view_id`,
        values,
      ),
    );
  return {
    add: async ({ viewId, conversationId, counsellor, askedAt, state }) => {
      await query(
        'INSERT INTO address_views (view_id, conversation_id, counsellor, asked_at, state) VALUES ($1, $2, $3, $4, $5)',
        [viewId, conversationId, counsellor, askedAt, state],
      );
    },
    find: async (viewId) => (await select('view_id = $1', [viewId]))[0],
    of: (conversationId) => select('conversation_id = $1', [conversationId]),
    asked: () => select(`state = 'asked'`),
    setState: async (viewId, state) => {
      await query('UPDATE address_views SET state = $2 WHERE view_id = $1', [viewId, state]);
    },
    remove: async (viewId) => {
      await query('DELETE FROM address_views WHERE view_id = $1', [viewId]);
    },
  };
}
