import { listKeptDatabases } from '../../kept-databases.ts';

/**
 * Whether an earlier page may have left a conversation in this browser, so that asking the service for it is worth a request.
 * True where the browser cannot list its databases; false where it stores nothing.
 */
export async function mayHaveLeftConversation(): Promise<boolean> {
  try {
    const kept = await listKeptDatabases(indexedDB);
    return kept === undefined || kept.length > 0;
  } catch {
    return false;
  }
}

/**
 * Deletes what a conversation kept in this browser, once the worker that held it open is gone. Nobody waits for it: without the
 * key that the service has destroyed it is noise (S7), and the next conversation deletes what is left.
 */
export async function deleteLeftConversations(): Promise<void> {
  try {
    for (const name of (await listKeptDatabases(indexedDB)) ?? []) indexedDB.deleteDatabase(name);
  } catch {
    // Nothing can be listed here.
  }
}
