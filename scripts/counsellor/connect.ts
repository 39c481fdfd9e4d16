import { ClientEvent, createClient, type MatrixClient } from 'matrix-js-sdk';
import {
  OnlySignedDevicesIsolationMode,
  type CryptoApi,
  type CryptoCallbacks,
} from 'matrix-js-sdk/lib/crypto-api/index.js';
import { decodeRecoveryKey } from 'matrix-js-sdk/lib/crypto-api/recovery-key.js';
import { quietLogger } from './quiet-logger.ts';
import { listen } from './listen.ts';
import type { CounsellorEvent } from './events.ts';

/** How a counsellor's own program reaches the homeserver; the same account works in Element. */
export type CounsellorLogin = {
  readonly homeserver: string;
  readonly userId: string;
  readonly password: string;
  /** False: the device is never signed, as with clients that know no cross-signing; it gets no keys (MSC4153). */
  readonly isCrossSigned: boolean;
  /** Recovery key of an earlier login, so that this device joins the same identity; null the first time. */
  readonly recoveryKey: string | null;
  readonly onEvent: (event: CounsellorEvent) => void;
};

/** A counsellor who is logged in: `matrix-js-sdk`, sending to signed devices only (MSC4153). */
export interface Counsellor {
  readonly client: MatrixClient;
  /** To be kept: the next login needs it. Null for a device that is not cross-signed. */
  readonly recoveryKey: string | null;
  /** Sends encrypted text and tells its event id. */
  say(roomId: string, body: string): Promise<string>;
  react(roomId: string, eventId: string, key: string): Promise<void>;
  /** Says that everything up to an event was read, as Element does of what is on its screen. */
  markRead(roomId: string, eventId: string): Promise<void>;
  /** Accepts an invitation, with the history that the inviter has shared (MSC4268). */
  join(roomId: string): Promise<void>;
  /** Invites somebody and shares with them what this program can read, as `/invite` in Element does (MSC4268). */
  invite(roomId: string, userId: string): Promise<void>;
  /** Declines an invitation, or leaves. */
  leave(roomId: string): Promise<void>;
  /** Makes a new cross-signing identity, as *Reset cryptographic identity* in Element does. */
  resetIdentity(): Promise<void>;
  /** Logs this device out. */
  stop(): Promise<void>;
}

/** Logs in as a new device, joins the account's cross-signing identity (or makes it), and listens. */
export async function connectCounsellor(login: CounsellorLogin): Promise<Counsellor> {
  const session = await createClient({ baseUrl: login.homeserver, logger: quietLogger }).loginRequest({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: login.userId },
    password: login.password,
    initial_device_display_name: 'Terminal',
  });
  const keys: RecoveryKeys = { current: login.recoveryKey };
  const client = createClient({
    baseUrl: login.homeserver,
    userId: login.userId,
    accessToken: session.access_token,
    deviceId: session.device_id,
    cryptoCallbacks: secretStorageCallbacks(keys),
    logger: quietLogger,
  });
  await client.initRustCrypto({ useIndexedDB: false });
  const crypto = client.getCrypto();
  if (crypto === undefined) throw new CounsellorError('no-crypto');
  crypto.setDeviceIsolationMode(new OnlySignedDevicesIsolationMode());
  listen(client, login.onEvent);
  await client.startClient({ initialSyncLimit: 20, lazyLoadMembers: true, pollTimeout: pollMs });
  await firstSync(client);
  if (login.isCrossSigned) await joinIdentity(crypto, keys, login);
  login.onEvent({ kind: 'ready' });
  return counsellorOf(client, keys, login);
}

/** How long one sync may wait; what could not be read is tried anew after each. */
const pollMs = 10_000;

/** What goes wrong in a counsellor's program, by code. */
export class CounsellorError extends Error {
  readonly code: 'no-crypto' | 'foreign-identity';

  constructor(code: 'no-crypto' | 'foreign-identity') {
    super(code);
    this.name = 'CounsellorError';
    this.code = code;
  }
}

type Account = Pick<CounsellorLogin, 'userId' | 'password'>;
type RecoveryKeys = { current: string | null };

function secretStorageCallbacks(keys: RecoveryKeys): CryptoCallbacks {
  return {
    getSecretStorageKey: ({ keys: known }) => {
      const [keyId] = Object.keys(known);
      if (keys.current === null || keyId === undefined) return Promise.resolve(null);
      return Promise.resolve([keyId, decodeRecoveryKey(keys.current)]);
    },
  };
}

async function joinIdentity(crypto: CryptoApi, keys: RecoveryKeys, account: Account): Promise<void> {
  const hasIdentity = await crypto.userHasCrossSigningKeys(undefined, true);
  if (hasIdentity && keys.current === null) throw new CounsellorError('foreign-identity');
  if (hasIdentity) {
    await crypto.bootstrapCrossSigning({});
    return;
  }
  await makeIdentity(crypto, keys, account);
}

async function makeIdentity(crypto: CryptoApi, keys: RecoveryKeys, account: Account): Promise<void> {
  await crypto.bootstrapCrossSigning({
    setupNewCrossSigning: true,
    authUploadDeviceSigningKeys: withPassword(account),
  });
  const recovery = await crypto.createRecoveryKeyFromPassphrase();
  keys.current = recovery.encodedPrivateKey ?? null;
  await crypto.bootstrapSecretStorage({
    createSecretStorageKey: () => Promise.resolve(recovery),
    setupNewSecretStorage: true,
  });
}

type SigningKeysUpload = NonNullable<
  Parameters<CryptoApi['bootstrapCrossSigning']>[0]['authUploadDeviceSigningKeys']
>;

function withPassword({ userId, password }: Account): SigningKeysUpload {
  let isRetry = false;
  return async (makeRequest) => {
    if (isRetry) return makeRequest(null);
    isRetry = true;
    try {
      await makeRequest(null);
    } catch (error) {
      const session = uiaSession(error);
      if (session === undefined) throw error;
      const identifier = { type: 'm.id.user', user: userId };
      await makeRequest({ type: 'm.login.password', identifier, password, session });
    }
  };
}

function uiaSession(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('data' in error)) return undefined;
  const data = error.data;
  if (typeof data !== 'object' || data === null || !('session' in data)) return undefined;
  return typeof data.session === 'string' ? data.session : undefined;
}

function firstSync(client: MatrixClient): Promise<void> {
  return new Promise((resolve) => {
    client.once(ClientEvent.Sync, () => {
      resolve();
    });
  });
}

function counsellorOf(client: MatrixClient, keys: RecoveryKeys, account: Account): Counsellor {
  return {
    client,
    get recoveryKey() {
      return keys.current;
    },
    say: async (roomId, body) => (await client.sendTextMessage(roomId, body)).event_id,
    react: async (roomId, eventId, key) => {
      await client.sendEvent(
        roomId,
        'm.reaction' as never,
        {
          'm.relates_to': { rel_type: 'm.annotation', event_id: eventId, key },
        } as never,
      );
    },
    markRead: async (roomId, eventId) => {
      const event = client.getRoom(roomId)?.findEventById(eventId);
      if (event !== undefined) await client.sendReadReceipt(event);
    },
    join: async (roomId) => {
      await client.joinRoom(roomId);
    },
    invite: async (roomId, userId) => {
      await client.invite(roomId, userId);
    },
    leave: async (roomId) => {
      await client.leave(roomId);
    },
    resetIdentity: async () => {
      const crypto = client.getCrypto();
      if (crypto === undefined) throw new CounsellorError('no-crypto');
      await makeIdentity(crypto, keys, account);
    },
    stop: async () => {
      client.stopClient();
      await client.logout(true).catch(() => undefined);
    },
  };
}
