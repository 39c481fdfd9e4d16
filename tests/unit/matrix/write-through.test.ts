import { beforeAll, describe, expect, test } from '@jest/globals';
import { deserialize } from 'node:v8';
import { writeThrough, type WriteThrough } from '../../../appservice/adapters/matrix/write-through.ts';
import type {
  CryptoStore,
  CryptoStoreChange,
  CryptoStoreSchema,
} from '../../../appservice/ports/crypto-store.ts';

/** A store that shows what was committed, and fails or hangs as a test wants. */
class ShownStore implements CryptoStore {
  schema: CryptoStoreSchema | undefined;
  readonly records = new Map<string, Map<string, readonly [Uint8Array, Uint8Array]>>();
  readonly commits: string[] = [];
  failures = 0;
  gate: Promise<void> = Promise.resolve();

  async commit(
    name: string,
    schema: CryptoStoreSchema | null,
    changes: readonly CryptoStoreChange[],
  ): Promise<void> {
    await this.gate;
    if (this.failures > 0) {
      this.failures -= 1;
      throw Object.assign(new Error('away'), { code: 'unreachable' });
    }
    if (schema !== null) this.schema = schema;
    for (const [store, key, value] of changes) {
      const place = Buffer.from(key).toString('base64');
      const records = this.records.get(store) ?? new Map<string, readonly [Uint8Array, Uint8Array]>();
      this.records.set(store, records);
      if (value === null) records.delete(place);
      else records.set(place, [key, value]);
    }
    this.commits.push(name);
  }

  load(): ReturnType<CryptoStore['load']> {
    if (this.schema === undefined) return Promise.resolve(undefined);
    const records = [...this.records].map(([store, entries]) => [store, [...entries.values()]] as const);
    return Promise.resolve({ schema: this.schema, records: new Map(records) });
  }

  /** What lies in a store, as values. */
  shown(store: string): Record<string, unknown> {
    const entries = [...(this.records.get(store)?.values() ?? [])];
    return Object.fromEntries(entries.map(([key, value]) => [String(deserialize(key)), deserialize(value)]));
  }
}

let openings = 0;

async function open(
  store: CryptoStore,
  shouldRetry: (error: unknown) => boolean = () => true,
): Promise<{ through: WriteThrough; database: IDBDatabase }> {
  const through = writeThrough({ store, shouldRetry, pauseMs: 1 });
  openings += 1;
  const name = `test-${openings}`;
  await through.attach(name, 'kept');
  const request = through.factory.open(name, 2) as unknown as IDBOpenDBRequest;
  request.onupgradeneeded = () => {
    const kept = request.result.createObjectStore('kept');
    kept.createIndex('colour', 'colour', { unique: false });
    request.result.createObjectStore('other', { keyPath: 'id' });
  };
  const database = await done<IDBDatabase>(request);
  return { through, database };
}

function done<Value>(request: IDBRequest): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result as Value);
    };
    request.onerror = () => {
      reject(new Error('request failed'));
    };
  });
}

function write(database: IDBDatabase, act: (store: IDBObjectStore) => void, name = 'kept'): Promise<void> {
  const transaction = database.transaction([name], 'readwrite');
  act(transaction.objectStore(name));
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(new Error('aborted'));
    };
  });
}

function isStillOpen(work: Promise<unknown>): Promise<boolean> {
  const soon = new Promise<true>((resolve) => {
    setTimeout(() => {
      resolve(true);
    }, 20);
  });
  return Promise.race([work.then(() => false), soon]);
}

describe('writing through', () => {
  const store = new ShownStore();
  let database: IDBDatabase;
  let through: WriteThrough;
  beforeAll(async () => {
    ({ database, through } = await open(store));
  });

  test('commits the schema with its first version', () => {
    expect(store.schema).toEqual({
      version: 2,
      stores: [
        {
          name: 'kept',
          keyPath: null,
          autoIncrement: false,
          indexes: [{ name: 'colour', keyPath: 'colour', unique: false, multiEntry: false }],
        },
        { name: 'other', keyPath: 'id', autoIncrement: false, indexes: [] },
      ],
    });
  });

  test('commits what is put and added, by keys of its own and by keys in the value', async () => {
    await write(database, (kept) => {
      kept.put({ colour: 'red' }, 'a');
      kept.add({ colour: 'blue', bytes: new Uint8Array([1, 2]) }, 'b');
      kept.put({ colour: 'green' }, 'a');
    });
    await write(database, (other) => other.put({ id: 'x', size: 1 }), 'other');
    expect(store.shown('kept')).toEqual({
      a: { colour: 'green' },
      b: { colour: 'blue', bytes: new Uint8Array([1, 2]) },
    });
    expect(store.shown('other')).toEqual({ x: { id: 'x', size: 1 } });
  });

  test('commits what a cursor changes and deletes', async () => {
    await write(database, (kept) => {
      for (const key of ['c', 'd', 'e']) kept.put({ colour: key }, key);
    });
    await write(database, (kept) => {
      const cursor = kept.index('colour').openCursor(IDBKeyRangeOf('c', 'd'));
      cursor.onsuccess = () => {
        if (cursor.result === null) return;
        if (cursor.result.primaryKey === 'c') cursor.result.delete();
        else cursor.result.update({ colour: 'changed' });
        cursor.result.continue();
      };
    });
    expect(store.shown('kept')).toMatchObject({ d: { colour: 'changed' }, e: { colour: 'e' } });
    expect(store.shown('kept')).not.toHaveProperty('c');
  });

  test('commits deletions of one key, of a range, and of all', async () => {
    await write(database, (kept) => kept.delete('d'));
    expect(store.shown('kept')).not.toHaveProperty('d');
    await write(database, (kept) => kept.delete(IDBKeyRangeOf('a', 'b')));
    expect(Object.keys(store.shown('kept'))).toEqual(['e']);
    await write(database, (kept) => kept.clear());
    expect(store.shown('kept')).toEqual({});
  });

  test('commits nothing of an aborted transaction, nor of one that only reads', async () => {
    const before = store.commits.length;
    const aborted = write(database, (kept) => {
      kept.put('x', 'never');
      kept.transaction.abort();
    });
    await expect(aborted).rejects.toThrow('aborted');
    await done(database.transaction(['kept']).objectStore('kept').getAll());
    await through.settled();
    expect(store.commits).toHaveLength(before);
  });

  test('completes a transaction only when it is durable', async () => {
    let openGate = (): void => undefined;
    store.gate = new Promise((resolve) => {
      openGate = resolve;
    });
    const written = write(database, (kept) => kept.put('x', 'held'));
    expect(await isStillOpen(written)).toBe(true);
    openGate();
    await written;
    expect(store.shown('kept')).toEqual({ held: 'x' });
  });

  test('keeps the order of transactions while the store is away, and tells nobody of the failure', async () => {
    store.failures = 5;
    const first = write(database, (kept) => kept.put('first', 'k'));
    const second = write(database, (kept) => kept.put('second', 'k'));
    await Promise.all([first, second]);
    expect(store.shown('kept')).toMatchObject({ k: 'second' });
  });

  test('puts everything back under another name, and goes on from there', async () => {
    const again = await open(store);
    const kept = again.database.transaction(['kept']).objectStore('kept');
    expect(await done(kept.getAllKeys())).toEqual(['held', 'k']);
    expect(again.database.version).toBe(2);
    await write(again.database, (each) => each.put({ colour: 'late' }, 'late'));
    const found = again.database.transaction(['kept']).objectStore('kept').index('colour').get('late');
    expect(await done(found)).toEqual({ colour: 'late' });
    expect(store.shown('kept')).toHaveProperty('late');
  });

  test('never completes what was given up, nor what comes after it', async () => {
    const replaced = new ShownStore();
    const other = await open(replaced, () => false);
    replaced.failures = 1;
    const first = write(other.database, (kept) => kept.put('x', 'k'));
    const second = write(other.database, (each) => each.put({ id: 'y' }), 'other');
    expect(await isStillOpen(Promise.race([first, second]))).toBe(true);
    expect(replaced.shown('other')).toEqual({});
  });

  test('commits nothing any more once it is detached', async () => {
    const closed = new ShownStore();
    const other = await open(closed);
    other.through.detach();
    expect(await isStillOpen(write(other.database, (kept) => kept.put('x', 'k')))).toBe(true);
    expect(closed.shown('kept')).toEqual({});
  });
});

function IDBKeyRangeOf(lower: string, upper: string): IDBKeyRange {
  return keyRange.bound(lower, upper);
}

const { IDBKeyRange: keyRange } = await import('fake-indexeddb');
