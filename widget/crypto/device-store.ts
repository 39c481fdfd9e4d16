import type { OlmMachine } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import { keptDatabasesName, listKeptDatabases } from '../kept-databases.ts';
import { openKeptMachine, openMachine } from './open-machine.ts';
import type { Surroundings } from './surroundings.ts';
import {
  createWordStore,
  noWordStore,
  openWordDatabase,
  StorageError,
  type WordStore,
} from './word-store.ts';

/** What the browser keeps of one conversation: keys and waiting words, all of it under the session's store key (design 5, resume). */
export type DeviceStore = {
  readonly machine: OlmMachine;
  readonly words: WordStore;
  /** False when the browser stores nothing: the conversation lives in memory, and a reload ends it (R85). */
  readonly isKept: boolean;
  /** Deletes it all, as far as the browser lets us; without the key it is noise anyway. The machine is closed before. */
  readonly destroy: () => Promise<void>;
};

/** Databases of the crypto library and of ours, by what follows the store's name. */
const databaseEndings = ['::matrix-sdk-crypto', '::matrix-sdk-crypto-meta', '::words'] as const;

/** How long a browser may take to open or delete a database; some never answer. Milliseconds. */
const patienceMs = 3_000;

/**
 * Makes the store of a new conversation, after deleting what an earlier one left. Where the browser stores nothing, it is in
 * memory.
 */
export async function createDeviceStore(
  surroundings: Surroundings,
  session: StartedConversation,
): Promise<DeviceStore> {
  const { indexedDb } = surroundings;
  if (indexedDb === undefined) return await inMemory(session);
  try {
    await deleteLeftovers(surroundings, indexedDb);
    return (await openStore(surroundings, indexedDb, session)).store;
  } catch {
    return await inMemory(session);
  }
}

/** Opens the store that an earlier page of this conversation made; undefined when the browser has none any more. */
export async function reopenDeviceStore(
  surroundings: Surroundings,
  session: StartedConversation,
): Promise<DeviceStore | undefined> {
  const { indexedDb } = surroundings;
  if (indexedDb === undefined) return undefined;
  try {
    const { store, wasThere } = await openStore(surroundings, indexedDb, session);
    if (wasThere) return store;
    store.machine.close();
    await store.destroy();
    return undefined;
  } catch {
    return undefined;
  }
}

async function inMemory({ userId, deviceId }: StartedConversation): Promise<DeviceStore> {
  const machine = await openMachine(userId, deviceId);
  return { machine, words: noWordStore, isKept: false, destroy: () => Promise.resolve() };
}

/** The words first: their database says whether there was one, which the crypto library does not. */
async function openStore(
  surroundings: Surroundings,
  factory: IDBFactory,
  session: StartedConversation,
): Promise<{ readonly store: DeviceStore; readonly wasThere: boolean }> {
  const { name, machineKey, wordKey } = await deriveKeys(session.storeKey);
  const openingWords = openWordDatabase(factory, `${name}::words`);
  const { database, wasThere } = await inTime(surroundings, openingWords);
  const words = createWordStore(database, wordKey);
  const { userId, deviceId } = session;
  const destroy = async (): Promise<void> => {
    words.close();
    await deleteAll(
      surroundings,
      factory,
      databaseEndings.map((ending) => `${name}${ending}`),
    );
  };
  try {
    const opening = openKeptMachine({ userId, deviceId, name, key: machineKey });
    const machine = await inTime(surroundings, opening);
    return { store: { machine, words, isKept: true, destroy }, wasThere };
  } catch (error) {
    if (!wasThere) await destroy(); // else a page that comes back would take it for the store of this conversation
    throw error;
  }
}

/** A key for each purpose (HKDF, RFC 5869), and a name that says nothing. */
async function deriveKeys(storeKey: string) {
  const bytes = Uint8Array.from(atob(storeKey.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  );
  const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const of = (purpose: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`helpline-1712 ${purpose} 1`),
  });
  const [nameBits, machineBits, wordKey] = await Promise.all([
    crypto.subtle.deriveBits(of('name'), root, 64),
    crypto.subtle.deriveBits(of('machine'), root, 256),
    crypto.subtle.deriveKey(of('words'), root, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
  ]);
  const hex = Array.from(new Uint8Array(nameBits), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { name: keptDatabasesName(hex), machineKey: new Uint8Array(machineBits), wordKey };
}

/** What earlier conversations left, where the browser can list it. Only one page has a conversation at a time. */
async function deleteLeftovers(surroundings: Surroundings, factory: IDBFactory): Promise<void> {
  await deleteAll(surroundings, factory, (await listKeptDatabases(factory)) ?? []);
}

/** A database that somebody still holds open is deleted as soon as they let go; that is not waited for long. */
async function deleteAll(
  surroundings: Surroundings,
  factory: IDBFactory,
  names: readonly string[],
): Promise<void> {
  const deletions = names.map(
    (name) =>
      new Promise<void>((resolve) => {
        const deleting = factory.deleteDatabase(name);
        deleting.onsuccess = deleting.onerror = () => {
          resolve();
        };
      }),
  );
  await inTime(surroundings, Promise.all(deletions)).catch(() => undefined);
}

async function inTime<Value>(surroundings: Surroundings, work: Promise<Value>): Promise<Value> {
  const isDone = new AbortController();
  const late = surroundings.wait(patienceMs, isDone.signal).then(() => {
    throw new StorageError();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    isDone.abort();
  }
}
