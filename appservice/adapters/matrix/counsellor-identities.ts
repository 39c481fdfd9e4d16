import {
  DeviceId as RustDeviceId,
  initAsync,
  OlmMachine,
  RequestType,
  UserId as RustUserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { z } from 'zod';
import type { SeenIdentity } from '../../domain/duty.ts';
import type { UserId } from '../../domain/ids.ts';
import type { CounsellorIdentities } from '../../ports/homeserver.ts';
import { HomeserverError } from './homeserver-error.ts';
import type { HomeserverRequests } from './homeserver-requests.ts';
import { queryKeys } from './query-keys.ts';
import { isSignedBy, signedKeySchema } from './signed-key.ts';
import { sdkLogger, type ReportLibraryMessage } from './library-logs.ts';

const bodySchema = z.record(z.string(), z.unknown());

/**
 * Looks up cross-signing identities: each time freshly, in a machine of the Rust crypto that lives for one question only and
 * checks every signature (master key, self-signing key, devices), as the clients themselves do. `asker` is any user of ours.
 */
export function counsellorIdentities(
  requests: HomeserverRequests,
  asker: UserId,
  report: ReportLibraryMessage,
): CounsellorIdentities {
  return {
    look: async (counsellor) => {
      await initAsync();
      const machine = await OlmMachine.initialize(
        new RustUserId(asker),
        new RustDeviceId('LOOKUP'),
        undefined,
        undefined,
        sdkLogger(report),
      );
      try {
        await query(machine, requests, { counsellor, asker });
        return await identityIn(machine, counsellor);
      } finally {
        machine.close();
      }
    },
  };
}

async function query(
  machine: OlmMachine,
  requests: HomeserverRequests,
  { counsellor, asker }: { readonly counsellor: UserId; readonly asker: UserId },
): Promise<void> {
  const request = machine.queryKeysForUsers([new RustUserId(counsellor)]);
  const body = bodySchema.parse(JSON.parse(request.body));
  const answer = await queryKeys(requests, asker, body);
  await machine.markRequestAsSent(request.id, RequestType.KeysQuery, JSON.stringify(answer));
}

async function identityIn(machine: OlmMachine, counsellor: UserId): Promise<SeenIdentity> {
  const identity = await machine.getIdentity(new RustUserId(counsellor));
  if (identity === undefined) return { masterKey: null, signedDevices: 0, sessionKeys: [] };
  const master = signedKeySchema.parse(JSON.parse(identity.masterKey));
  identity.free();
  const [masterKey] = Object.values(master.keys);
  if (masterKey === undefined) throw new HomeserverError('unexpected-answer');
  const devices = await machine.getUserDevices(new RustUserId(counsellor));
  const signed = devices.devices().filter((device) => device.isCrossSignedByOwner());
  const sessionKeys = signed
    .map((device) => ({ deviceId: device.deviceId.toString(), sessionKey: device.ed25519Key?.toBase64() }))
    .flatMap(({ deviceId, sessionKey }) =>
      sessionKey !== undefined && isSignedBy(master, { counsellor, deviceId, sessionKey })
        ? [sessionKey]
        : [],
    );
  return { masterKey, signedDevices: signed.length, sessionKeys };
}
