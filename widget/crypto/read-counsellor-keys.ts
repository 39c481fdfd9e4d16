import { type OlmMachine, OtherUserIdentity, UserId } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { CounsellorKeys } from './decide-gate.ts';
import { objectAt, parseJson } from './json-fields.ts';

/** What the crypto library knows of a person's identity and devices, as the gate needs it. Sends nothing. */
export async function readCounsellorKeys(machine: OlmMachine, userId: string): Promise<CounsellorKeys> {
  const identity = await machine.getIdentity(new UserId(userId));
  if (!(identity instanceof OtherUserIdentity)) {
    return { masterKey: undefined, isSignedByCaller: false, signedDevices: [] };
  }
  const devices = await machine.getUserDevices(new UserId(userId));
  return {
    masterKey: readMasterKey(identity),
    isSignedByCaller: identity.isVerified() && !identity.hasVerificationViolation(),
    signedDevices: devices
      .devices()
      .filter((device) => device.isCrossSignedByOwner() && !device.isDehydrated && !device.isBlacklisted())
      .map((device) => device.deviceId.toString()),
  };
}

/** The one public key in a master key object, unpadded base64. */
export function readMasterKey(identity: OtherUserIdentity): string | undefined {
  const [key] = Object.values(objectAt(parseJson(identity.masterKey), 'keys'));
  return typeof key === 'string' ? key : undefined;
}
