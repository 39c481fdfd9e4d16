import { MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import { OnlySignedDevicesIsolationMode } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { Filter } from 'matrix-js-sdk/lib/filter.js';
import { MemoryStore } from 'matrix-js-sdk/lib/store/memory.js';
import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import { deskFetch } from './desk-fetch.ts';
import type { DeskStore } from './desk-store.ts';
import { HomeserverError } from './homeserver-error.ts';
import { sdkLogger, type ReportLibraryMessage } from './library-logs.ts';
import { deskMarkerType } from './room-settings.ts';

/** What the desk's client needs to know. */
export type DeskClientOptions = {
  readonly homeserverUrl: string;
  readonly asToken: string;
  readonly desk: UserId;
  readonly store: DeskStore;
  /** 32 bytes that encrypt the store once more, by the Rust crypto itself. */
  readonly storeKey: Uint8Array;
  readonly report: ReportLibraryMessage;
};

/** The library's client with its crypto, not started yet. */
export type DeskClient = { readonly client: MatrixClient; readonly crypto: CryptoBackend };

/** Time a request of the client may take; a sync takes its own. */
const requestLimitMs = 20_000;

const backendSchema = z.custom<CryptoBackend>(
  (candidate) =>
    typeof candidate === 'object' &&
    candidate !== null &&
    typeof Reflect.get(candidate, 'encryptEvent') === 'function' &&
    typeof Reflect.get(candidate, 'decryptEvent') === 'function',
);

/** Makes the client and opens its crypto; nothing is asked of the homeserver. */
export async function makeDeskClient(options: DeskClientOptions): Promise<DeskClient> {
  const { desk, store } = options;
  const client = new MatrixClient({
    baseUrl: options.homeserverUrl,
    accessToken: options.asToken,
    userId: desk,
    deviceId: store.deviceId,
    fetchFn: deskFetch(desk, store.deviceId),
    store: new MemoryStore(),
    logger: sdkLogger(options.report),
    localTimeoutMs: requestLimitMs,
    disableVoip: true,
  });
  await client.initRustCrypto({
    storageKey: options.storeKey,
    cryptoDatabasePrefix: store.databasePrefix,
  });
  const backend = backendSchema.safeParse(client.getCrypto());
  if (!backend.success) throw new HomeserverError('library-changed');
  backend.data.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  return { client, crypto: backend.data };
}

const nothing = { types: [] };

/**
 * State only: messages come by transactions, so a timeline of them here would only grow (feasibility A 3). State events are
 * asked for in the timeline as well, because the homeserver leaves them out of the state when they lie in there.
 */
export function deskSyncFilter(desk: UserId): Filter {
  const types = [
    'm.room.create',
    'm.room.member',
    'm.room.encryption',
    'm.room.history_visibility',
    'm.room.power_levels',
    'm.room.join_rules',
    deskMarkerType,
  ];
  const filter = new Filter(desk);
  filter.setDefinition({
    presence: nothing,
    account_data: nothing,
    room: { timeline: { limit: 50, types }, state: { types }, ephemeral: nothing, account_data: nothing },
  });
  return filter;
}
