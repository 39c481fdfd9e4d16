import { z } from 'zod';
import type { ConversationId } from '../../domain/ids.ts';
import type { DossierNotes } from '../../ports/dossier-notes.ts';
import type { DataKeys, Sealer } from '../../ports/sealer.ts';
import { parseRows } from './parse-rows.ts';
import { PostgresError } from './postgres-error.ts';
import type { Transaction } from './transaction.ts';

const place = 'dossier.reference';

const bytes = z.instanceof(Uint8Array);

const noteRow = z.object({
  answer: z.enum(['agreed', 'refused', 'later']).nullable(),
  is_asked: z.boolean(),
  sealed_reference: bytes.nullable(),
  sealed_asked_reference: bytes.nullable(),
  wrapped_data_key: bytes,
});

/** What was noted of dossiers. */
export function dossierNotesIn({ query }: Transaction, dataKeys: DataKeys): DossierNotes {
  const seal = (sealer: Sealer, text: string | null) =>
    text === null ? null : sealer.seal(Buffer.from(text), place);
  const sealerOf = async (conversationId: ConversationId): Promise<Sealer> => {
    const text = 'SELECT wrapped_data_key FROM conversations WHERE conversation_id = $1';
    const rows = await query(text, [conversationId]);
    const [row] = parseRows(z.object({ wrapped_data_key: bytes }), rows);
    if (row === undefined) throw new PostgresError('missing');
    return dataKeys.unwrap(row.wrapped_data_key);
  };
  return {
    find: async (conversationId) => {
      const rows = await query(
        `SELECT answer, is_asked, sealed_reference, sealed_asked_reference, wrapped_data_key
         FROM dossier_notes JOIN conversations USING (conversation_id) WHERE conversation_id = $1`,
        [conversationId],
      );
      const [row] = parseRows(noteRow, rows);
      if (row === undefined) return undefined;
      const sealer = dataKeys.unwrap(row.wrapped_data_key);
      const open = (sealed: Uint8Array | null) =>
        sealed === null ? null : Buffer.from(sealer.open(sealed, place)).toString();
      const asked = row.is_asked ? { reference: open(row.sealed_asked_reference) } : null;
      return { conversationId, answer: row.answer, reference: open(row.sealed_reference), asked };
    },
    save: async ({ conversationId, answer, reference, asked }) => {
      const sealer = await sealerOf(conversationId);
      await query(
        `INSERT INTO dossier_notes (conversation_id, answer, is_asked, sealed_reference, sealed_asked_reference)
         VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (conversation_id) DO UPDATE SET answer = excluded.answer, is_asked = excluded.is_asked,
           sealed_reference = excluded.sealed_reference, sealed_asked_reference = excluded.sealed_asked_reference`,
        [
          conversationId,
          answer,
          asked !== null,
          seal(sealer, reference),
          seal(sealer, asked?.reference ?? null),
        ],
      );
    },
  };
}
