import type { WaitingMessage } from './waiting-message.ts';

/** Words of the caller that wait to be let out, kept so that a reload does not lose them (design 5.7). */
export interface WordStore {
  /** Words that an earlier page left behind, oldest first. */
  all(): Promise<readonly WaitingMessage[]>;
  /** Neither waits nor fails: words that cannot be kept are still sent. */
  put(message: WaitingMessage): void;
  remove(id: string): void;
  close(): void;
}

/** Keeps nothing: for a browser that stores nothing. */
export const noWordStore: WordStore = {
  all: () => Promise.resolve([]),
  put: nothing,
  remove: nothing,
  close: nothing,
};

const storeName = 'words';
const nonceBytes = 12;

/** Opens the database of words, and says whether it was there before; a new one is made. Rejects where nothing can be stored. */
export function openWordDatabase(
  factory: IDBFactory,
  name: string,
): Promise<{ readonly database: IDBDatabase; readonly wasThere: boolean }> {
  return new Promise((resolve, reject) => {
    const opening = factory.open(name, 1);
    let wasThere = true;
    opening.onupgradeneeded = () => {
      wasThere = false;
      opening.result.createObjectStore(storeName, { autoIncrement: true });
    };
    opening.onsuccess = () => {
      resolve({ database: opening.result, wasThere });
    };
    opening.onerror = () => {
      reject(new StorageError());
    };
  });
}

/** The browser stores nothing for this page: switched off, full, or a private window. */
export class StorageError extends Error {
  readonly code = 'storage-refused';
  override readonly name = 'StorageError';
}

/**
 * Keeps words encrypted (AES-256-GCM, a fresh nonce each; NIST SP 800-38D). Nothing readable reaches the disk: the rows are numbered, and
 * the ids lie within the ciphertext. One thing after the other, so that nothing is removed before it was put.
 */
export function createWordStore(database: IDBDatabase, key: CryptoKey): WordStore {
  const numbers = new Map<string, IDBValidKey>();
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (act: () => Promise<unknown>): void => {
    turn = turn.then(act).catch(nothing);
  };
  const store = (mode: IDBTransactionMode) => database.transaction(storeName, mode).objectStore(storeName);
  return {
    all: async () => {
      const [rowNumbers, rows] = await Promise.all([
        answerOf(store('readonly').getAllKeys()),
        answerOf(store('readonly').getAll()),
      ]);
      const messages: WaitingMessage[] = [];
      for (const [index, row] of rows.entries()) {
        const message = await decrypt(key, row);
        const rowNumber = rowNumbers[index];
        if (message === undefined || rowNumber === undefined) continue;
        numbers.set(message.id, rowNumber);
        messages.push(message);
      }
      return messages;
    },
    put: (message) => {
      inTurn(async () => {
        const row = await encrypt(key, message);
        numbers.set(message.id, await answerOf(store('readwrite').add(row)));
      });
    },
    remove: (id) => {
      inTurn(async () => {
        const rowNumber = numbers.get(id);
        if (rowNumber !== undefined) await answerOf(store('readwrite').delete(rowNumber));
      });
    },
    close: () => {
      inTurn(() => {
        database.close();
        return Promise.resolve();
      });
    },
  };
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new StorageError());
    };
  });
}

async function encrypt(key: CryptoKey, message: WaitingMessage): Promise<Uint8Array> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const plain = new TextEncoder().encode(JSON.stringify(message));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain);
  const row = new Uint8Array(nonceBytes + sealed.byteLength);
  row.set(nonce);
  row.set(new Uint8Array(sealed), nonceBytes);
  return row;
}

/** Undefined for a row of another key or another build: it is left out, and goes with the database. */
async function decrypt(key: CryptoKey, row: unknown): Promise<WaitingMessage | undefined> {
  if (!ArrayBuffer.isView(row)) return undefined;
  const bytes = new Uint8Array(row.buffer, row.byteOffset, row.byteLength);
  try {
    const iv = bytes.slice(0, nonceBytes);
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(nonceBytes));
    return readMessage(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    return undefined;
  }
}

function readMessage(value: unknown): WaitingMessage | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, body, isAutomatic } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof body !== 'string') return undefined;
  return { id, body, isAutomatic: isAutomatic === true };
}

function nothing(): void {
  // Dropped on purpose.
}
