import { z } from 'zod';
import type { ConversationId } from '../../domain/ids.ts';
import type { Resume, Resumes } from '../../ports/resumes.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const resumeRow: z.ZodType<Resume> = z
  .object({ conversation_id: columns.conversationId, sealed_store_key: z.instanceof(Uint8Array) })
  .transform((row) => ({
    conversationId: row.conversation_id,
    sealedStoreKey: new Uint8Array(row.sealed_store_key),
  }));

const tokensRow = z.object({ token_hash: z.string(), offered_token_hash: z.string().nullable() });

/** The resume tokens of open conversations. */
export function resumesIn({ query }: Transaction): Resumes {
  const select = async (where: string, values: readonly unknown[] = []) =>
    parseRows(
      resumeRow,
      await query(`SELECT conversation_id, sealed_store_key FROM resumes WHERE ${where}`, values),
    );
  const tokens = async (conversationId: ConversationId) => {
    const text = 'SELECT token_hash, offered_token_hash FROM resumes WHERE conversation_id = $1';
    return parseRows(tokensRow, await query(text, [conversationId]))[0];
  };
  return {
    insert: async ({ conversationId, sealedStoreKey }, tokenHash) => {
      await query('INSERT INTO resumes (conversation_id, sealed_store_key, token_hash) VALUES ($1, $2, $3)', [
        conversationId,
        sealedStoreKey,
        tokenHash,
      ]);
    },
    find: async (conversationId) => (await select('conversation_id = $1', [conversationId]))[0],
    findByToken: async (tokenHash) =>
      (await select('token_hash = $1 OR offered_token_hash = $1', [tokenHash]))[0],
    offer: async (conversationId, tokenHash) => {
      await query('UPDATE resumes SET offered_token_hash = $2 WHERE conversation_id = $1', [
        conversationId,
        tokenHash,
      ]);
    },
    confirm: async (conversationId, tokenHash) => {
      await query(
        `UPDATE resumes SET token_hash = $2, offered_token_hash = NULL
         WHERE conversation_id = $1 AND offered_token_hash = $2`,
        [conversationId, tokenHash],
      );
    },
    knows: async (conversationId, tokenHash) => {
      const row = await tokens(conversationId);
      if (row?.token_hash === tokenHash) return 'present';
      return row?.offered_token_hash === tokenHash ? 'offered' : 'not';
    },
    tokensOf: async (conversationId) => {
      const row = await tokens(conversationId);
      return [row?.token_hash, row?.offered_token_hash].flatMap((token) => token ?? []);
    },
    all: () => select('true'),
    reseal: async ({ conversationId, sealedStoreKey }) => {
      await query('UPDATE resumes SET sealed_store_key = $2 WHERE conversation_id = $1', [
        conversationId,
        sealedStoreKey,
      ]);
    },
    remove: async (conversationId) => {
      await query('DELETE FROM resumes WHERE conversation_id = $1', [conversationId]);
    },
  };
}
