import { z } from 'zod';
import type { FeedbackTokens } from '../../ports/feedback-tokens.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

/** Where the sealed key lies; opening it asks for the same. */
const place = 'feedback-key.private';

const bytes = z.instanceof(Uint8Array);

const keyRow = z.object({
  week: z.string(),
  public_key: bytes,
  wrapped_data_key: bytes,
  sealed_private_key: bytes,
});

/** Keys, draws and spent tokens of feedback; each private key is sealed under a data key of its own (design 10). */
export function feedbackTokensIn({ query }: Transaction, dataKeys: DataKeys): FeedbackTokens {
  return {
    findKey: async (week) => {
      const rows = await query(
        'SELECT week, public_key, wrapped_data_key, sealed_private_key FROM feedback_keys WHERE week = $1',
        [week],
      );
      const [row] = parseRows(keyRow, rows);
      if (row === undefined) return undefined;
      const sealer = dataKeys.unwrap(row.wrapped_data_key);
      return {
        week: row.week,
        publicKey: row.public_key,
        privateKey: sealer.open(row.sealed_private_key, place),
      };
    },
    addKey: async ({ week, publicKey, privateKey }) => {
      const { wrappedDataKey, sealer } = dataKeys.create();
      await query(
        `INSERT INTO feedback_keys (week, public_key, wrapped_data_key, sealed_private_key)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [week, publicKey, wrappedDataKey, sealer.seal(privateKey, place)],
      );
    },
    claimDraw: async (conversationId, requestHash) => {
      await query(
        'INSERT INTO feedback_draws (conversation_id, request_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING',
        [conversationId, requestHash],
      );
      const ours = await query(
        'SELECT 1 FROM feedback_draws WHERE conversation_id = $1 AND request_hash = $2',
        [conversationId, requestHash],
      );
      return ours.length > 0;
    },
    spend: async (week, tokenHash) => {
      const spent = await query(
        'INSERT INTO spent_feedback_tokens (token_hash, week) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
        [tokenHash, week],
      );
      return spent.length > 0;
    },
    forgetBefore: async ({ week, endedAt }) => {
      await query('DELETE FROM feedback_keys WHERE week < $1', [week]);
      await query('DELETE FROM spent_feedback_tokens WHERE week < $1', [week]);
      await query(
        `DELETE FROM feedback_draws USING conversations
         WHERE conversations.conversation_id = feedback_draws.conversation_id AND phase_name = 'ended'
           AND (phase ->> 'at')::bigint < $1`,
        [endedAt],
      );
      await writeSpentAnew(query);
    },
  };
}

/**
 * The transaction that wrote a spent token, and its place in the file, would tell when feedback was given, and so after which
 * conversation (`feedback-box.ts`). By one transaction, in the order of hashes, they tell nothing.
 */
async function writeSpentAnew(query: Transaction['query']): Promise<void> {
  await query('CREATE TEMPORARY TABLE spent_anew AS SELECT token_hash, week FROM spent_feedback_tokens');
  await query('TRUNCATE spent_feedback_tokens');
  await query(
    'INSERT INTO spent_feedback_tokens (token_hash, week) SELECT token_hash, week FROM spent_anew ORDER BY token_hash',
  );
  await query('DROP TABLE spent_anew');
}
