import { ClientEvent, type MatrixClient } from 'matrix-js-sdk/lib/client.js';
import type { CryptoBackend } from 'matrix-js-sdk/lib/common-crypto/CryptoBackend.js';
import type { Room } from 'matrix-js-sdk/lib/models/room.js';
import { SyncState } from 'matrix-js-sdk/lib/sync.js';
import { z } from 'zod';
import type { DeviceId, RoomId, UserId } from '../../domain/ids.ts';
import type { CryptoStore } from '../../ports/crypto-store.ts';
import { deskSyncFilter, makeDeskClient } from './desk-client.ts';
import { ensureCrossSigned } from './desk-cross-signing.ts';
import { openDeskStore } from './desk-store.ts';
import { HomeserverError } from './homeserver-error.ts';
import { ask, path, type HomeserverRequests } from './homeserver-requests.ts';
import type { ReportLibraryMessage } from './library-logs.ts';
import { registerUser } from './register-user.ts';
import { retryUntilDone } from './retry-until-done.ts';

/** How the desk stands, for the event log. */
export type DeskState =
  /** Not yet, or no longer, in touch with the homeserver; it goes on trying. */
  | 'connecting'
  | 'ready'
  /** Another process writes the crypto store: this one must end. */
  | 'replaced'
  | 'stopped';

/** What the desk's device needs. */
export type DeskDeviceOptions = {
  readonly homeserverUrl: string;
  readonly asToken: string;
  readonly desk: UserId;
  readonly requests: HomeserverRequests;
  readonly cryptoStore: CryptoStore;
  /** 32 bytes from a file in the secrets folder (design 4). */
  readonly storeKey: Uint8Array;
  readonly newDeviceId: () => DeviceId;
  /** Whether what the crypto store threw means that another process writes now. */
  readonly isReplaced: (error: unknown) => boolean;
  readonly onState: (state: DeskState) => void;
  /** Why the device is not up yet; it goes on trying. */
  readonly onFailure: (code: string) => void;
  readonly report: ReportLibraryMessage;
};

/** The one encrypting device of the service (design 4): same device and keys after every restart. */
export interface DeskDevice {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly client: MatrixClient;
  readonly crypto: CryptoBackend;
  /** Resolves once the device is known, signed and has synced for the first time; it never rejects. */
  readonly ready: Promise<void>;
  readonly isReady: () => boolean;
  /** The room, once the desk is in it and knows that it is encrypted; waits for the sync, then `desk-room-unknown`. */
  room(roomId: RoomId): Promise<Room>;
  /** Stops after what was changed is durable. Afterwards the device may be opened again, by this process or another. */
  stop(): Promise<void>;
}

/** The desk's name in Element. */
const deskDisplayName = '1712 Balie';

/** How long a room that was just made may take to come by sync. */
const roomLimitMs = 5_000;

/**
 * Opens the crypto store and starts the device in the background: the homeserver may come later, go and come back. While the
 * crypto store is away the device stands still, and goes on where it was.
 */
export async function openDeskDevice(options: DeskDeviceOptions): Promise<DeskDevice> {
  const { desk, onState } = options;
  const store = await openDeskStore({
    ...options,
    onReplaced: () => {
      onState('replaced');
    },
  });
  const { client, crypto } = await makeDeskClient({ ...options, store });
  const life = { isSynced: false, isSigned: false, isStopped: false };
  followSync(client, life, onState);
  onState('connecting');
  const ready = bringUp({ options, client, crypto, deviceId: store.deviceId, life });
  return {
    userId: desk,
    deviceId: store.deviceId,
    client,
    crypto,
    ready,
    isReady: () => life.isSynced && life.isSigned && !life.isStopped,
    room: (roomId) => knownRoom({ client, crypto }, roomId),
    stop: async () => {
      life.isStopped = true;
      client.stopClient();
      await store.close();
      onState('stopped');
    },
  };
}

type Life = { isSynced: boolean; isSigned: boolean; isStopped: boolean };

type Start = {
  readonly options: DeskDeviceOptions;
  readonly client: MatrixClient;
  readonly crypto: CryptoBackend;
  readonly deviceId: DeviceId;
  readonly life: Life;
};

async function bringUp({ options, client, crypto, deviceId, life }: Start): Promise<void> {
  const { desk, requests, onFailure } = options;
  const isGivenUp = () => life.isStopped;
  const untilDone = (act: () => Promise<void>) => retryUntilDone({ act, isGivenUp, onFailure });
  await untilDone(() => ensureOnlyDevice(requests, desk, deviceId));
  await untilDone(() => crypto.markAllTrackedUsersAsDirty()); // the first sync does not tell who changed meanwhile
  const synced = firstSync(client, life);
  await untilDone(() =>
    client.startClient({ filter: deskSyncFilter(desk), initialSyncLimit: 1, disablePresence: true }),
  );
  await synced;
  await untilDone(() => ensureCrossSigned(crypto, desk, deviceId));
  if (life.isStopped) return;
  life.isSigned = true;
  if (life.isSynced) options.onState('ready');
}

function firstSync(client: MatrixClient, life: Life): Promise<void> {
  return new Promise((resolve) => {
    const listen = (state: SyncState): void => {
      if (state !== SyncState.Prepared && !life.isStopped) return;
      client.off(ClientEvent.Sync, listen);
      resolve();
    };
    client.on(ClientEvent.Sync, listen);
  });
}

function followSync(client: MatrixClient, life: Life, onState: (state: DeskState) => void): void {
  client.on(ClientEvent.Sync, (state) => {
    const isSynced = state === SyncState.Prepared || state === SyncState.Syncing;
    if (isSynced === life.isSynced || life.isStopped) return;
    life.isSynced = isSynced;
    if (life.isSigned) onState(isSynced ? 'ready' : 'connecting');
  });
}

const devicesSchema = z.object({ devices: z.array(z.object({ device_id: z.string() })) });

/** Makes the user and the device, and logs out devices whose keys were lost: nobody encrypts for them in vain. */
async function ensureOnlyDevice(
  requests: HomeserverRequests,
  desk: UserId,
  deviceId: DeviceId,
): Promise<void> {
  await registerUser(requests, desk);
  const device = path`/_matrix/client/v3/devices/${deviceId}`;
  await requests.send({ method: 'PUT', path: device, as: desk, body: { display_name: deskDisplayName } });
  await requests.send({
    method: 'PUT',
    path: path`/_matrix/client/v3/profile/${desk}/displayname`,
    as: desk,
    body: { displayname: deskDisplayName },
  });
  const all = { method: 'GET', path: '/_matrix/client/v3/devices', as: desk } as const;
  const { devices } = await ask(requests, all, devicesSchema);
  for (const { device_id: other } of devices) {
    if (other === deviceId) continue;
    await requests.send({
      method: 'DELETE',
      path: path`/_matrix/client/v3/devices/${other}`,
      as: desk,
      body: {},
    });
  }
}

async function knownRoom(
  { client, crypto }: Pick<Start, 'client' | 'crypto'>,
  roomId: RoomId,
): Promise<Room> {
  const find = async (): Promise<Room | undefined> => {
    const room = client.getRoom(roomId);
    if (room?.getMyMembership() !== 'join') return undefined;
    return (await crypto.isEncryptionEnabledInRoom(roomId)) ? room : undefined;
  };
  return (await find()) ?? (await nextSyncWith(client, find));
}

function nextSyncWith(client: MatrixClient, find: () => Promise<Room | undefined>): Promise<Room> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(limit);
      client.off(ClientEvent.Sync, look);
    };
    const look = (): void => {
      find().then(
        (room) => {
          if (room === undefined) return;
          end();
          resolve(room);
        },
        (error: unknown) => {
          end();
          reject(new HomeserverError('desk-room-unknown', error));
        },
      );
    };
    const limit = setTimeout(() => {
      end();
      reject(new HomeserverError('desk-room-unknown'));
    }, roomLimitMs);
    client.on(ClientEvent.Sync, look);
  });
}
