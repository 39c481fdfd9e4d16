import { z } from 'zod';
import { auditedActs, type AuditEntry } from '../../domain/audit.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { Audit } from '../../ports/audit.ts';
import type { DataKeys, Sealer } from '../../ports/sealer.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const reasonPlace = 'audit.reason';

const auditRow = z.object({
  at: columns.instant,
  act: z.enum(auditedActs),
  who: columns.userId,
  conversation_id: columns.conversationId.nullable(),
  subject: z.union([columns.userId, columns.teamId]).nullable(),
  sealed_reason: z.instanceof(Uint8Array).nullable(),
});

/**
 * The audit log (S32); the database numbers and chains its lines. A reason is sealed under the conversation's own data key, one that
 * belongs to no conversation under one in the line.
 */
export function auditIn(transaction: Transaction, dataKeys: DataKeys): Audit {
  const sealerOf = (conversationId: ConversationId | null) =>
    sealerFor(transaction, dataKeys, conversationId);
  return {
    append: async ({ at, act, who, conversationId, subject, reason }) => {
      const own = reason !== null && conversationId === null ? dataKeys.create() : undefined;
      const sealer = reason === null ? undefined : (own?.sealer ?? (await sealerOf(conversationId)));
      const sealed = reason === null ? null : (sealer?.seal(Buffer.from(reason), reasonPlace) ?? null);
      await transaction.query(
        `INSERT INTO audit.lines (at, act, who, conversation_id, subject, sealed_reason, wrapped_data_key)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [at, act, who, conversationId, subject, sealed, own?.wrappedDataKey ?? null],
      );
    },
    about: async (conversationId) => {
      const rows = parseRows(
        auditRow,
        await transaction.query(
          `SELECT at, act, who, conversation_id, subject, sealed_reason FROM audit.lines
           WHERE conversation_id = $1 ORDER BY sequence`,
          [conversationId],
        ),
      );
      const sealer = await sealerOf(conversationId);
      return rows.map((row): AuditEntry => {
        const { at, act, who, subject, sealed_reason: sealed } = row;
        const opened = sealed === null ? undefined : sealer?.open(sealed, reasonPlace);
        const reason = opened === undefined ? null : Buffer.from(opened).toString();
        return { at, act, who, conversationId, subject, reason };
      });
    },
  };
}

async function sealerFor(
  { query }: Transaction,
  dataKeys: DataKeys,
  conversationId: ConversationId | null,
): Promise<Sealer | undefined> {
  if (conversationId === null) return undefined;
  const rows = await query('SELECT wrapped_data_key FROM conversations WHERE conversation_id = $1', [
    conversationId,
  ]);
  const [row] = parseRows(z.object({ wrapped_data_key: z.instanceof(Uint8Array) }), rows);
  return row && dataKeys.unwrap(row.wrapped_data_key);
}
