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

/** What the chat keeps in the browser, so that it can be deleted without asking first. */
export interface OwnDatabases {
  /** There may be a store now, of this page or of an earlier one. */
  readonly look: () => void;
  /**
   * Deletes it, before anything is waited for: the browser has the order when the page goes (R27, S7). Whoever comes back within five minutes
   * of a quick exit that the service never heard of begins anew.
   */
  readonly deleteNow: () => void;
}

/** Nothing is known before the first look; asking for `factory` may throw where a browser stores nothing. */
export function followOwnDatabases(factory: () => IDBFactory): OwnDatabases {
  let names: readonly string[] = [];
  const look = async (): Promise<void> => {
    try {
      names = (await listKeptDatabases(factory())) ?? [];
    } catch {
      // Nothing is stored here.
    }
  };
  return {
    look: () => {
      void look();
    },
    deleteNow: () => {
      for (const name of names) factory().deleteDatabase(name);
    },
  };
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
