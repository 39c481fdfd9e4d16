import type { ConversationId } from '../../appservice/domain/ids.ts';
import { hasEnded } from '../../appservice/domain/conversation.ts';
import type { Conversations } from '../../appservice/ports/conversations.ts';
import { answer, MemoryConflictError, write } from './memory-database.ts';
import type { ConversationRow, MemoryDatabase } from './memory-database.ts';

/** The register of conversations, in memory. */
export function memoryConversations(database: MemoryDatabase): Conversations {
  const rows = () => [...database.tables.conversations.values()];
  const firstWhere = (matches: (row: ConversationRow) => boolean) =>
    answer(() => rows().find(matches)?.conversation);
  return {
    insert: ({ conversation, caller, proof }) =>
      answer(() => {
        if (rows().some((row) => isTwin(row, conversation, proof))) throw new MemoryConflictError();
        putRow(database, {
          conversation,
          caller,
          ...proof,
          isBearerUsed: false,
          crossSigningHash: null,
          version: 1,
        });
      }),
    find: (conversationId) => firstWhere((row) => row.conversation.conversationId === conversationId),
    findByCaseNumber: (caseNumber) => firstWhere((row) => row.conversation.caseNumber === caseNumber),
    findByRoom: (roomId) => firstWhere((row) => row.conversation.roomId === roomId),
    findByBearer: (bearerHash) => firstWhere((row) => row.bearerHash === bearerHash),
    findByRequest: (requestHash) => firstWhere((row) => row.requestHash === requestHash),
    sealedAddress: (conversationId) =>
      answer(() => {
        const caller = database.tables.conversations.get(conversationId)?.caller;
        return caller && { wrappedDataKey: caller.wrappedDataKey, address: caller.address };
      }),
    open: () =>
      answer(() =>
        rows()
          .map((row) => row.conversation)
          .filter((conversation) => !hasEnded(conversation))
          .sort((left, right) => left.createdAt - right.createdAt),
      ),
    save: (conversation) =>
      answer(() => {
        const row = rowOf(database, conversation.conversationId);
        const lastContactAt = Math.max(conversation.lastContactAt, row.conversation.lastContactAt);
        const { roomId, phase, unsecuredSince, controller, company, rhythm, toldConnection } = conversation;
        const changed = { roomId, phase, unsecuredSince, controller, company, rhythm, toldConnection };
        const saved = { ...row.conversation, ...changed, lastContactAt };
        putRow(database, { ...row, conversation: saved, version: row.version + 1 });
      }),
    replaceBearer: (conversationId, bearerHash) =>
      answer(() => {
        const row = rowOf(database, conversationId);
        if (row.isBearerUsed) return false;
        putRow(database, { ...row, bearerHash });
        return true;
      }),
    replaceProof: (conversationId, proof) =>
      answer(() => {
        putRow(database, { ...rowOf(database, conversationId), ...proof, isBearerUsed: false });
      }),
    version: (conversationId) => answer(() => rowOf(database, conversationId).version),
  };
}

/** The row of a conversation that must be there. */
export function rowOf(database: MemoryDatabase, conversationId: ConversationId): ConversationRow {
  const row = database.tables.conversations.get(conversationId);
  if (row === undefined) throw new MemoryConflictError();
  return row;
}

/** Writes the row of a conversation. */
export function putRow(database: MemoryDatabase, row: ConversationRow): void {
  const conversations = new Map(database.tables.conversations).set(row.conversation.conversationId, row);
  write(database, { conversations });
}

function isTwin(
  row: ConversationRow,
  conversation: ConversationRow['conversation'],
  proof: { readonly requestHash: string; readonly bearerHash: string },
): boolean {
  return (
    row.conversation.conversationId === conversation.conversationId ||
    row.conversation.caseNumber === conversation.caseNumber ||
    row.conversation.caller === conversation.caller ||
    row.requestHash === proof.requestHash ||
    row.bearerHash === proof.bearerHash
  );
}
