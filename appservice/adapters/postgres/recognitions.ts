import { z } from 'zod';
import {
  mostEarlierContacts,
  type EarlierContact,
  type Recognition,
  type RecognitionMark,
} from '../../domain/recognition.ts';
import type { Recognitions } from '../../ports/recognitions.ts';
import { columns, parseRows } from './parse-rows.ts';
import type { Transaction } from './transaction.ts';

const recognitionRow: z.ZodType<Recognition> = z
  .object({
    conversation_id: columns.conversationId,
    kind: z.enum(['address', 'nickname']),
    key_id: z.string(),
    fingerprint: z.string(),
    recorded_at: columns.instant,
    counsellor: columns.userId.nullable(),
  })
  .transform((row) => ({
    conversationId: row.conversation_id,
    kind: row.kind,
    mark: { keyId: row.key_id, fingerprint: row.fingerprint },
    recordedAt: row.recorded_at,
    counsellor: row.counsellor,
  }));

const contactRow: z.ZodType<EarlierContact> = z
  .object({
    conversation_id: columns.conversationId,
    recorded_at: columns.instant,
    counsellor: columns.userId.nullable(),
  })
  .transform((row) => ({
    conversationId: row.conversation_id,
    startedAt: row.recorded_at,
    counsellor: row.counsellor,
  }));

/** A fingerprint without its key means nothing; the pair is compared. */
const hasMark = `kind = $1 AND fingerprint = ANY ($2::text[])
  AND (key_id, fingerprint) IN (SELECT * FROM unnest($3::text[], $2::text[]))`;

function markValues(kind: Recognition['kind'], marks: readonly RecognitionMark[]): readonly unknown[] {
  return [kind, marks.map(({ fingerprint }) => fingerprint), marks.map(({ keyId }) => keyId)];
}

/** By what callers can be recognised. */
export function recognitionsIn({ query }: Transaction): Recognitions {
  const select = async (where: string, values: readonly unknown[]) =>
    parseRows(
      recognitionRow,
      await query(
        `SELECT conversation_id, kind, key_id, fingerprint, recorded_at, counsellor FROM recognitions
         WHERE ${where} ORDER BY recorded_at, conversation_id, kind`,
        values,
      ),
    );
  return {
    add: async ({ conversationId, kind, mark, recordedAt, counsellor }) => {
      await query(
        `INSERT INTO recognitions (conversation_id, kind, key_id, fingerprint, recorded_at, counsellor)
         VALUES ($1, $2, $3, $4, $5, $6)`,
        [conversationId, kind, mark.keyId, mark.fingerprint, recordedAt, counsellor],
      );
    },
    of: (conversationId) => select('conversation_id = $1', [conversationId]),
    matching: (kind, marks) => select(hasMark, markValues(kind, marks)),
    contactsWith: async (kind, marks) => {
      const rows = await query(
        `SELECT conversation_id, recorded_at, coalesce(phase ->> 'counsellor', counsellor) AS counsellor
         FROM recognitions JOIN conversations USING (conversation_id)
         WHERE ${hasMark} AND (phase_name IN ('joined', 'talking') OR phase ->> 'wasAttended' = 'true')
         ORDER BY recorded_at DESC, conversation_id LIMIT ${mostEarlierContacts}`,
        markValues(kind, marks),
      );
      return parseRows(contactRow, rows);
    },
    recordedBefore: (instant) => select('recorded_at < $1', [instant]),
    noteCounsellor: async (conversationId, counsellor) => {
      await query('UPDATE recognitions SET counsellor = $2 WHERE conversation_id = $1', [
        conversationId,
        counsellor,
      ]);
    },
    remove: async (conversationId) => {
      await query('DELETE FROM recognitions WHERE conversation_id = $1', [conversationId]);
    },
  };
}
