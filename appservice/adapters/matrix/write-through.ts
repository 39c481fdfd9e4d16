import { serialize } from 'node:v8';
import type { CryptoStore, CryptoStoreChange, CryptoStoreSchema } from '../../ports/crypto-store.ts';
import {
  fakeIndexedDb,
  type Cursor,
  type Factory,
  type FakeIndexedDb,
  type ObjectStore,
  type Request,
  type Transaction,
} from './fake-indexeddb-parts.ts';
import { putBack } from './put-back.ts';

/** How a store that cannot be reached is met. */
export type WriteThroughOptions = {
  readonly store: CryptoStore;
  /** Called after each failed commit; false gives up for good, and what waits for the commit waits for ever. */
  readonly shouldRetry: (error: unknown) => boolean;
  /** Time before the next try, milliseconds. */
  readonly pauseMs: number;
};

/** An IndexedDB whose databases outlive the process. */
export interface WriteThrough {
  /** To be given to whoever uses IndexedDB. */
  readonly factory: Factory;
  /**
   * Puts back into the database `database` what was committed under `name`, and from now on commits its changes under that
   * name. To be awaited before it is opened. A database's name is used once in a process.
   */
  attach(database: string, name: string): Promise<void>;
  /** Resolves when everything that was changed until now is durable. */
  settled(): Promise<void>;
  /** From now on nothing is committed any more: transactions that still run never complete. */
  detach(): void;
}

/** By object store, the keys that a transaction changed, each once. */
type Touched = Map<string, Map<string, unknown>>;

/** By database, how its commits are made; module state, because the classes that are patched belong to the whole process. */
const commits = new Map<string, (transaction: Transaction, touched: Touched) => Promise<void>>();
const touchedBy = new WeakMap<Transaction, Touched>();
let isPatched = false;

/**
 * Keeps `fake-indexeddb` as the engine, notes the keys that each transaction changes, and holds back the transaction's
 * `complete` event until the store has committed: whoever awaits the transaction goes on only when it is durable, so a
 * SIGKILL never reuses a ratchet (feasibility B 2.2, Appendix A). Commits are made one after the other, in the order in
 * which the transactions ended. While the store is away everything waits: the crypto library must never be told that a
 * commit failed, because `matrix-js-sdk` has moved its sync token on by then, and the room keys would be lost.
 */
export function writeThrough(options: WriteThroughOptions): WriteThrough {
  const library = fakeIndexedDb();
  if (!isPatched) patch(library);
  isPatched = true;
  const factory = new library.IDBFactory();
  let queue = Promise.resolve();
  let isDetached = false;
  const commitUnder =
    (name: string) =>
    (transaction: Transaction, touched: Touched): Promise<void> => {
      const schema = transaction.mode === 'versionchange' ? schemaOf(transaction) : null;
      const changes = changesOf(transaction, touched);
      queue = queue.then(() => commitUntilDone(options, { name, schema, changes }, () => isDetached));
      return queue;
    };
  return {
    factory,
    attach: async (database, name) => {
      const snapshot = await options.store.load(name);
      if (snapshot !== undefined) await putBack(factory, database, snapshot);
      commits.set(database, commitUnder(name));
    },
    settled: () => queue,
    detach: () => {
      isDetached = true;
    },
  };
}

type Commit = {
  readonly name: string;
  readonly schema: CryptoStoreSchema | null;
  readonly changes: readonly CryptoStoreChange[];
};

/** Does not resolve when it was given up: whoever awaits the transaction must not go on. */
async function commitUntilDone(
  options: WriteThroughOptions,
  commit: Commit,
  isDetached: () => boolean,
): Promise<void> {
  while (!isDetached()) {
    try {
      await options.store.commit(commit.name, commit.schema, commit.changes);
      return;
    } catch (error) {
      if (!options.shouldRetry(error)) break;
    }
    await new Promise((resolve) => setTimeout(resolve, options.pauseMs));
  }
  await new Promise(() => undefined);
}

function patch(library: FakeIndexedDb): void {
  patchStores(library.IDBObjectStore.prototype);
  patchCursors(library.IDBCursor.prototype);
  patchTransactions(library.IDBTransaction.prototype);
}

function patchStores(prototype: ObjectStore): void {
  for (const name of ['put', 'add'] as const) {
    const original = prototype[name];
    prototype[name] = function (this: ObjectStore, ...args: unknown[]): Request {
      const request = original.apply(this, args);
      request.addEventListener('success', () => {
        touch(this, request.result);
      });
      return request;
    };
  }
  const originalDelete = prototype.delete;
  prototype.delete = function (this: ObjectStore, query: unknown): Request {
    touchAll(this, this.getAllKeys(query));
    return originalDelete.call(this, query);
  };
  const originalClear = prototype.clear;
  prototype.clear = function (this: ObjectStore): Request {
    touchAll(this, this.getAllKeys());
    return originalClear.call(this);
  };
}

function patchCursors(prototype: Cursor): void {
  const originalUpdate = prototype.update;
  prototype.update = function (this: Cursor, value: unknown): Request {
    touch(storeOf(this), this.primaryKey);
    return originalUpdate.call(this, value);
  };
  const originalDelete = prototype.delete;
  prototype.delete = function (this: Cursor): Request {
    touch(storeOf(this), this.primaryKey);
    return originalDelete.call(this);
  };
}

function patchTransactions(prototype: Transaction): void {
  const original = prototype.dispatchEvent;
  prototype.dispatchEvent = function (this: Transaction, event): boolean {
    const touched = touchedBy.get(this) ?? new Map<string, Map<string, unknown>>();
    const commit = event.type === 'complete' ? commits.get(this.db.name) : undefined;
    if (commit === undefined || (touched.size === 0 && this.mode !== 'versionchange')) {
      return original.call(this, event);
    }
    void commit(this, touched).then(() => original.call(this, event));
    return true;
  };
}

function storeOf(cursor: Cursor): ObjectStore {
  return 'objectStore' in cursor.source ? cursor.source.objectStore : cursor.source;
}

function touchAll(store: ObjectStore, keys: Request): void {
  keys.addEventListener('success', () => {
    if (Array.isArray(keys.result)) for (const key of keys.result) touch(store, key);
  });
}

function touch(store: ObjectStore, key: unknown): void {
  const touched = touchedBy.get(store.transaction) ?? new Map<string, Map<string, unknown>>();
  touchedBy.set(store.transaction, touched);
  const keys = touched.get(store.name) ?? new Map<string, unknown>();
  touched.set(store.name, keys);
  keys.set(serialize(key).toString('base64'), key);
}

function changesOf(transaction: Transaction, touched: Touched): CryptoStoreChange[] {
  const stores = transaction.db._rawDatabase.rawObjectStores;
  return [...touched].flatMap(([name, keys]) => {
    const store = stores.get(name);
    if (store === undefined) return []; // it was removed: the schema no longer names it
    return [...keys.values()].map((key): CryptoStoreChange => {
      const value = store.getValue(key);
      return [name, serialize(key), value === undefined ? null : serialize(value)];
    });
  });
}

function schemaOf(transaction: Transaction): CryptoStoreSchema {
  const { version, _rawDatabase } = transaction.db;
  return {
    version,
    stores: [..._rawDatabase.rawObjectStores.values()].map((store) => ({
      name: store.name,
      keyPath: store.keyPath,
      autoIncrement: store.autoIncrement,
      indexes: [...store.rawIndexes.values()].map(({ name, keyPath, unique, multiEntry }) => ({
        name,
        keyPath,
        unique,
        multiEntry,
      })),
    })),
  };
}
