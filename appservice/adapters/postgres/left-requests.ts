import type { LeftRequests } from '../../ports/left-requests.ts';
import type { Transaction } from './transaction.ts';

/** Start requests whose caller has gone before anything was reserved. */
export function leftRequestsIn({ query }: Transaction): LeftRequests {
  return {
    add: async (requestHash, now) => {
      await query(
        'INSERT INTO left_requests (request_hash, left_at) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [requestHash, now],
      );
    },
    has: async (requestHash) => {
      const rows = await query('SELECT FROM left_requests WHERE request_hash = $1', [requestHash]);
      return rows.length > 0;
    },
    forgetBefore: async (instant) => {
      await query('DELETE FROM left_requests WHERE left_at < $1', [instant]);
    },
  };
}
