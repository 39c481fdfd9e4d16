import { z } from 'zod';
import type { Block } from '../../domain/blocking.ts';
import type { Blocks } from '../../ports/blocks.ts';
import { columns, parseRows } from './parse-rows.ts';
import { PostgresError } from './postgres-error.ts';
import type { Transaction } from './transaction.ts';

const line: z.ZodType<Block['line']> = z.union([
  z
    .object({
      line_standing: z.enum(['blocked', 'asked']),
      line_key_id: z.string(),
      line_fingerprint: z.string(),
    })
    .transform((row) => ({
      standing: row.line_standing,
      mark: { keyId: row.line_key_id, fingerprint: row.line_fingerprint },
    })),
  z
    .object({ line_standing: z.null(), line_key_id: z.null(), line_fingerprint: z.null() })
    .transform(() => null),
]);

const block: z.ZodType<Omit<Block, 'line'>> = z
  .object({
    conversation_id: columns.conversationId,
    case_number: columns.caseNumber,
    blocked_by: columns.userId,
    team_id: columns.teamId.nullable(),
    from_at: columns.instant,
    until_at: columns.instant,
    token_hashes: z.array(z.string()),
  })
  .transform((row) => ({
    conversationId: row.conversation_id,
    caseNumber: row.case_number,
    by: row.blocked_by,
    teamId: row.team_id,
    from: row.from_at,
    until: row.until_at,
    tokenHashes: row.token_hashes,
  }));

/** All of them by name: a table that lacks one is not understood, even when no row is in it. */
const blockColumns = `conversation_id, case_number, blocked_by, team_id, from_at, until_at, token_hashes,
  line_standing, line_key_id, line_fingerprint`;

/** The list of blocks. */
export function blocksIn({ query }: Transaction): Blocks {
  return {
    all: async () => {
      try {
        const rows = await query(`SELECT ${blockColumns} FROM blocks ORDER BY from_at, conversation_id`);
        const lines = parseRows(line, rows);
        return parseRows(block, rows).map((each, index) => ({ ...each, line: lines[index] ?? null }));
      } catch (error) {
        throw isLasting(error) ? new PostgresError('blocks-unreadable', error) : error;
      }
    },
    add: async ({ conversationId, caseNumber, by, teamId, from, until, tokenHashes, line: its }) => {
      const added = await query(
        `INSERT INTO blocks (${blockColumns})
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING RETURNING 1`,
        [conversationId, caseNumber, by, teamId, from, until, tokenHashes, ...lineValues(its)],
      );
      if (added.length === 0) throw new PostgresError('conflict');
    },
    setLine: async (conversationId, its) => {
      await query(
        `UPDATE blocks SET line_standing = $2, line_key_id = $3, line_fingerprint = $4 WHERE conversation_id = $1`,
        [conversationId, ...lineValues(its)],
      );
    },
    remove: async (conversationId) => {
      await query('DELETE FROM blocks WHERE conversation_id = $1', [conversationId]);
    },
  };
}

/** The table or what stands in it is wrong; what passes by itself is told as it is, and is tried again. */
function isLasting(error: unknown): boolean {
  return error instanceof PostgresError && (error.code === 'refused' || error.code === 'row-unreadable');
}

function lineValues(its: Block['line']): readonly (string | null)[] {
  return its === null ? [null, null, null] : [its.standing, its.mark.keyId, its.mark.fingerprint];
}
