import type { CryptoApi } from 'matrix-js-sdk/lib/crypto-api/index.js';
import type { DeviceId, UserId } from '../../domain/ids.ts';
import { HomeserverError } from './homeserver-error.ts';

/**
 * Gives the desk an identity of its own that signs its device (MSC1756, MSC4153), once: the private keys stay in the crypto
 * store. Asked again it repairs what a crash left half done, also keys that were made but never published.
 */
export async function ensureCrossSigned(crypto: CryptoApi, desk: UserId, device: DeviceId): Promise<void> {
  await crypto.userHasCrossSigningKeys(desk); // asks the homeserver for the desk's own keys
  if (!(await crypto.isCrossSigningReady())) {
    await crypto.bootstrapCrossSigning({
      setupNewCrossSigning: true,
      authUploadDeviceSigningKeys: (makeRequest) => makeRequest(null), // no confirmation by application service
    });
    await crypto.userHasCrossSigningKeys(desk); // else the own device stays "not signed" here (feasibility D 2 A4)
  }
  if (await isSigned(crypto, desk, device)) return;
  await crypto.crossSignDevice(device);
  await crypto.userHasCrossSigningKeys(desk);
  if (!(await isSigned(crypto, desk, device))) throw new HomeserverError('unexpected-answer');
}

async function isSigned(crypto: CryptoApi, desk: UserId, device: DeviceId): Promise<boolean> {
  return (await crypto.getDeviceVerificationStatus(desk, device))?.signedByOwner === true;
}
