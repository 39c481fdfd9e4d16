import { z } from 'zod';
import type { CallerHints } from '../../domain/recognition.ts';
import type { CallerHintsRegister } from '../../ports/recognitions.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const hintsRow: z.ZodType<CallerHints> = z
  .object({
    conversation_id: columns.conversationId,
    line_count: z.int().nullable(),
    line_last_at: columns.instant.nullable(),
    nickname_at: columns.instant.nullable(),
    preferred: columns.userId.nullable(),
  })
  .transform((row) => ({
    conversationId: row.conversation_id,
    line:
      row.line_count === null || row.line_last_at === null
        ? null
        : { count: row.line_count, lastAt: row.line_last_at },
    nicknameAt: row.nickname_at,
    preferred: row.preferred,
  }));

const preferenceRow = z.object({ conversation_id: columns.conversationId, preferred: columns.userId });

/** What counsellors are told about who may have called before. */
export function callerHintsIn({ query }: Transaction): CallerHintsRegister {
  return {
    put: async ({ conversationId, line, nicknameAt, preferred }) => {
      await query(
        `INSERT INTO caller_hints (conversation_id, line_count, line_last_at, nickname_at, preferred)
         VALUES ($1, $2, $3, $4, $5)`,
        [conversationId, line?.count ?? null, line?.lastAt ?? null, nicknameAt, preferred],
      );
    },
    find: async (conversationId) => {
      const rows = await query(
        `SELECT conversation_id, line_count, line_last_at, nickname_at, preferred FROM caller_hints
         WHERE conversation_id = $1`,
        [conversationId],
      );
      return parseRows(hintsRow, rows)[0];
    },
    preferences: async () => {
      const rows = parseRows(
        preferenceRow,
        await query('SELECT conversation_id, preferred FROM caller_hints WHERE preferred IS NOT NULL', []),
      );
      return new Map(rows.map((row) => [row.conversation_id, row.preferred]));
    },
    remove: async (conversationId) => {
      await query('DELETE FROM caller_hints WHERE conversation_id = $1', [conversationId]);
    },
  };
}
