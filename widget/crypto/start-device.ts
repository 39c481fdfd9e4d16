import {
  type CrossSigningBootstrapRequests,
  DeviceId,
  KeysUploadRequest,
  type OlmMachine,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { clientApi, type GatewayClient } from './gateway-client.ts';
import { GatewayError } from './gateway-error.ts';
import type { KeyRequests } from './key-requests.ts';

/** What one device needs to be started. */
export type DeviceStart = {
  readonly machine: OlmMachine;
  readonly gateway: GatewayClient;
  readonly requests: KeyRequests;
  readonly userId: string;
  readonly deviceId: string;
};

/**
 * Uploads the device's keys and gives the caller a cross-signing identity, as in feasibility D 2 A in fewer round trips. The own
 * keys are queried once more at the end: without that the own device stays unsigned in the own store, and after a
 * reload every own text is an error (trap A 4). True when the homeserver shows the device as signed; may be repeated.
 * Throws `GatewayError`.
 */
export async function startDevice(start: DeviceStart): Promise<boolean> {
  const { machine, requests, userId } = start;
  const { hasMaster } = await machine.crossSigningStatus();
  if (hasMaster) {
    // An earlier try, or an earlier page, came this far; perhaps to the end.
    await requests.flush();
    await requests.flush();
    if (await isSigned(start)) return true;
  }
  const bootstrap = await machine.bootstrapCrossSigning(false);
  // Neither upload needs the other; on a slow line each round trip is waited for.
  await Promise.all([
    uploadDevice(start, bootstrap),
    uploadIdentity(start, bootstrap.uploadSigningKeysRequest.body, hasMaster),
  ]);
  await requests.query([userId]);
  if (await isSigned(start)) return true;
  await requests.send(bootstrap.uploadSignaturesRequest);
  await requests.query([userId]);
  return isSigned(start);
}

/**
 * A device whose identity is there before its keys are uploaded comes signed with them (seen in what the library sends), which
 * spares a round trip. Where the homeserver does not show that signature in the end, it is uploaded by itself.
 */
async function uploadDevice(
  { requests }: DeviceStart,
  { uploadKeysRequest }: CrossSigningBootstrapRequests,
): Promise<void> {
  const upload: unknown = uploadKeysRequest;
  if (upload instanceof KeysUploadRequest) await requests.send(upload);
}

/**
 * The gateway takes an identity once. When an earlier try got through and only its answer was lost, the refusal of
 * the repeat says nothing; whether the device is signed in the end decides.
 */
async function uploadIdentity({ gateway }: DeviceStart, body: string, isRepeat: boolean): Promise<void> {
  try {
    await gateway.request({ method: 'POST', path: `${clientApi}/keys/device_signing/upload`, body });
  } catch (error) {
    const mayBeThere = isRepeat && error instanceof GatewayError && error.code === 'refused';
    if (!mayBeThere) throw error;
  }
}

async function isSigned({ machine, userId, deviceId }: DeviceStart): Promise<boolean> {
  const device = await machine.getDevice(new UserId(userId), new DeviceId(deviceId));
  return device?.isCrossSignedByOwner() ?? false;
}
