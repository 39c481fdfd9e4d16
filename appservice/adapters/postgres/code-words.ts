import { z } from 'zod';
import { noCodeWord } from '../../domain/code-word.ts';
import type { CodeWords } from '../../ports/code-words.ts';
import { parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const codeWordRow = z.object({ hash: z.string().nullable(), wrong_tries: z.int() });

/** The code words of conversations. */
export function codeWordsIn({ query }: Transaction): CodeWords {
  return {
    find: async (conversationId) => {
      const rows = await query('SELECT hash, wrong_tries FROM code_words WHERE conversation_id = $1', [
        conversationId,
      ]);
      const [row] = parseRows(codeWordRow, rows);
      return row === undefined ? noCodeWord : { hash: row.hash, wrongTries: row.wrong_tries };
    },
    save: async (conversationId, { hash, wrongTries }) => {
      await query(
        `INSERT INTO code_words (conversation_id, hash, wrong_tries) VALUES ($1, $2, $3)
         ON CONFLICT (conversation_id) DO UPDATE SET hash = $2, wrong_tries = $3`,
        [conversationId, hash, wrongTries],
      );
    },
  };
}
