import { z } from 'zod';
import type { Conversation } from '../../domain/conversation.ts';
import type { CallerProof, Conversations, SealedCaller } from '../../ports/conversations.ts';
import { conversationColumns, conversationRow } from './conversation-row.ts';
import { parseRows } from './parse-rows.ts';
import { PostgresError } from './postgres-error.ts';
import type { Transaction } from './transaction.ts';

const sealedAddressRow = z.object({
  wrapped_data_key: z.instanceof(Uint8Array),
  sealed_address: z.instanceof(Uint8Array),
});

/**
 * The register of conversations. Throws `conflict` when an identity is taken (the unit of work may go on with
 * another one), and `missing` when a conversation that must be there is not.
 */
export function conversationsIn(transaction: Transaction): Conversations {
  const { note } = transaction;
  const select = async (where: string, values: readonly unknown[]) => {
    const text = `SELECT ${conversationColumns} FROM conversations WHERE ${where}`;
    return parseRows(conversationRow, await transaction.query(text, values));
  };
  const findBy = async (column: string, value: string) => (await select(`${column} = $1`, [value]))[0];
  return {
    insert: async (entry) => {
      await insert(transaction, entry);
      note({ kind: 'conversation', conversationId: entry.conversation.conversationId });
    },
    find: (conversationId) => findBy('conversation_id', conversationId),
    findByCaseNumber: (caseNumber) => findBy('case_number', caseNumber),
    findByRoom: (roomId) => findBy('room_id', roomId),
    findByBearer: (bearerHash) => findBy('bearer_hash', bearerHash),
    findByRequest: (requestHash) => findBy('request_hash', requestHash),
    sealedAddress: async (conversationId) => {
      const rows = await transaction.query(
        'SELECT wrapped_data_key, sealed_address FROM conversations WHERE conversation_id = $1',
        [conversationId],
      );
      const [row] = parseRows(sealedAddressRow, rows);
      return row && { wrappedDataKey: row.wrapped_data_key, address: row.sealed_address };
    },
    open: () => select(`phase_name <> 'ended' ORDER BY created_at, conversation_id`, []),
    save: async (conversation) => {
      await save(transaction, conversation);
      note({ kind: 'conversation', conversationId: conversation.conversationId });
    },
    replaceBearer: async (conversationId, bearerHash) => {
      const replaced = await transaction.query(
        `UPDATE conversations SET bearer_hash = $2 WHERE conversation_id = $1 AND NOT is_bearer_used RETURNING 1`,
        [conversationId, bearerHash],
      );
      return replaced.length > 0;
    },
    replaceProof: async (conversationId, { requestHash, bearerHash }) => {
      const replaced = await transaction.query(
        `UPDATE conversations SET request_hash = $2, bearer_hash = $3, is_bearer_used = false
         WHERE conversation_id = $1 RETURNING 1`,
        [conversationId, requestHash, bearerHash],
      );
      if (replaced.length === 0) throw new PostgresError('missing');
    },
    version: async (conversationId) => {
      const rows = await transaction.query('SELECT version FROM conversations WHERE conversation_id = $1', [
        conversationId,
      ]);
      const [row] = parseRows(z.object({ version: z.int() }), rows);
      if (row === undefined) throw new PostgresError('missing');
      return row.version;
    },
  };
}

async function insert(
  transaction: Transaction,
  entry: { readonly conversation: Conversation; readonly caller: SealedCaller; readonly proof: CallerProof },
): Promise<void> {
  const { conversation, caller, proof } = entry;
  const inserted = await transaction.query(
    `INSERT INTO conversations (${conversationColumns}, request_hash, bearer_hash, wrapped_data_key, sealed_nickname,
       sealed_address)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
       $19, $20, $21)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [
      conversation.conversationId,
      conversation.caseNumber,
      conversation.caller,
      conversation.callerDevice,
      conversation.roomId,
      conversation.province,
      conversation.language,
      conversation.noticeVersion,
      conversation.createdAt,
      conversation.lastContactAt,
      conversation.unsecuredSince,
      JSON.stringify(conversation.phase),
      conversation.controller,
      JSON.stringify(conversation.company),
      JSON.stringify(conversation.rhythm),
      jsonOrNull(conversation.toldConnection),
      proof.requestHash,
      proof.bearerHash,
      caller.wrappedDataKey,
      caller.nickname,
      caller.address,
    ],
  );
  if (inserted.length === 0) throw new PostgresError('conflict');
}

/** A sign of life that came meanwhile is never taken back. */
async function save(transaction: Transaction, conversation: Conversation): Promise<void> {
  const saved = await transaction.query(
    `UPDATE conversations SET room_id = $2, phase = $3, unsecured_since = $4,
       last_contact_at = greatest(last_contact_at, $5), controller = $6, company = $7, rhythm = $8,
       told_connection = $9, version = version + 1
     WHERE conversation_id = $1 RETURNING 1`,
    [
      conversation.conversationId,
      conversation.roomId,
      JSON.stringify(conversation.phase),
      conversation.unsecuredSince,
      conversation.lastContactAt,
      conversation.controller,
      JSON.stringify(conversation.company),
      JSON.stringify(conversation.rhythm),
      jsonOrNull(conversation.toldConnection),
    ],
  );
  if (saved.length === 0) throw new PostgresError('missing');
}

function jsonOrNull(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
