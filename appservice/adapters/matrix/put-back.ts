import { deserialize } from 'node:v8';
import type { CryptoStoreSnapshot } from '../../ports/crypto-store.ts';
import { HomeserverError } from './homeserver-error.ts';
import { databaseOf, type Database, type Factory } from './fake-indexeddb-parts.ts';

/** Makes an IndexedDB database again as it was committed, with its version, so that its user finds nothing to upgrade. */
export async function putBack(factory: Factory, name: string, snapshot: CryptoStoreSnapshot): Promise<void> {
  const request = factory.open(name, snapshot.schema.version);
  await new Promise<void>((resolve, reject) => {
    request.addEventListener('upgradeneeded', () => {
      fill(databaseOf(request), snapshot);
    });
    request.addEventListener('success', () => {
      databaseOf(request).close();
      resolve();
    });
    request.addEventListener('error', () => {
      reject(new HomeserverError('library-changed', request.error));
    });
  });
}

function fill(database: Database, { schema, records }: CryptoStoreSnapshot): void {
  for (const { name, keyPath, autoIncrement, indexes } of schema.stores) {
    const store = database.createObjectStore(name, { keyPath, autoIncrement });
    for (const index of indexes) store.createIndex(index.name, index.keyPath, index);
    for (const [key, value] of records.get(name) ?? []) {
      const stored: unknown = deserialize(value);
      if (keyPath === null) store.put(stored, deserialize(key));
      else store.put(stored);
    }
  }
}
