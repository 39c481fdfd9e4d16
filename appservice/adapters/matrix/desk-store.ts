import { parseDeviceId, type DeviceId } from '../../domain/ids.ts';
import type { CryptoStore, CryptoStoreSchema } from '../../ports/crypto-store.ts';
import { provideIndexedDb } from './fake-indexeddb-parts.ts';
import { writeThrough } from './write-through.ts';

/** How the desk's crypto store is kept. */
export type DeskStoreOptions = {
  readonly cryptoStore: CryptoStore;
  /** Makes the device id of the first start. */
  readonly newDeviceId: () => DeviceId;
  /** Whether a failed commit means that another process writes now: then this one never writes again. */
  readonly isReplaced: (error: unknown) => boolean;
  /** Called when another process writes now; this one must end. */
  readonly onReplaced: () => void;
};

/** The opened store. */
export type DeskStore = {
  /** Belongs to the keys in the store: another device id with these keys, or these keys with another, would be refused. */
  readonly deviceId: DeviceId;
  /** To be given to `initRustCrypto`. */
  readonly databasePrefix: string;
  /** Waits until what was changed is durable, a few seconds at most; from then on nothing is written any more. */
  close(): Promise<void>;
};

/** What the Rust crypto adds to the prefix, and under which name it is kept. */
const databases = ['matrix-sdk-crypto', 'matrix-sdk-crypto-meta'];

/** A database's name is used once, so that what an earlier opening left behind cannot write into a later one. */
let openings = 0;

/** A store that is away does not hold up the end of the process: what is not durable was never acted upon. */
const closeLimitMs = 3_000;

/** Between two tries to commit, while the store is away. */
const pauseMs = 500;

/** Opens the desk's crypto store, and puts it where the Rust crypto looks for IndexedDB. */
export async function openDeskStore(options: DeskStoreOptions): Promise<DeskStore> {
  const deviceId = await keptDeviceId(options);
  const through = writeThrough({
    store: options.cryptoStore,
    pauseMs,
    shouldRetry: (error) => {
      const isReplaced = options.isReplaced(error);
      if (isReplaced) options.onReplaced();
      return !isReplaced;
    },
  });
  openings += 1;
  const databasePrefix = `desk-${openings}`;
  for (const name of databases) await through.attach(`${databasePrefix}::${name}`, `desk::${name}`);
  provideIndexedDb(through.factory);
  return {
    deviceId,
    databasePrefix,
    close: async () => {
      const limit = new Promise<void>((resolve) => setTimeout(resolve, closeLimitMs).unref());
      await Promise.race([through.settled(), limit]);
      through.detach();
    },
  };
}

const deviceName = 'desk-device';
const deviceStore = 'device';
const deviceKey = Buffer.from('device-id');
const deviceSchema: CryptoStoreSchema = {
  version: 1,
  stores: [{ name: deviceStore, keyPath: null, autoIncrement: false, indexes: [] }],
};

async function keptDeviceId({ cryptoStore, newDeviceId }: DeskStoreOptions): Promise<DeviceId> {
  const snapshot = await cryptoStore.load(deviceName);
  const [, value] = snapshot?.records.get(deviceStore)?.[0] ?? [];
  const kept = value === undefined ? undefined : parseDeviceId(Buffer.from(value).toString());
  if (kept !== undefined) return kept;
  const deviceId = newDeviceId();
  await cryptoStore.commit(deviceName, deviceSchema, [[deviceStore, deviceKey, Buffer.from(deviceId)]]);
  return deviceId;
}
