import {
  CollectStrategy,
  EncryptionAlgorithm,
  EncryptionSettings,
  HistoryVisibility,
  KeysClaimRequest,
  type OlmMachine,
  RoomId,
  type ToDeviceRequest,
  UserId,
} from '@matrix-org/matrix-sdk-crypto-wasm';
import { isJsonObject, objectAt, parseJson } from './json-fields.ts';
import type { DeviceAddress, KeyLedger } from './key-ledger.ts';
import type { KeyRequests } from './key-requests.ts';

/** What sharing the key of one room needs. */
export type KeySharing = {
  readonly machine: OlmMachine;
  readonly requests: KeyRequests;
  readonly ledger: KeyLedger;
  readonly roomId: string;
};

/** Whom the words wait for: a person with at least one device that they have signed. */
export type Addressee = { readonly userId: string; readonly signedDevices: readonly string[] };

/**
 * Sends the room's key to the signed devices of the counsellor and of those who read along, as far as they have not got it; whoever
 * had it and is not among them makes the library begin a new session. True when at least one of the counsellor's devices has
 * it, now or from earlier in this session, which is asked of what was really sent (feasibility F 2). Otherwise the
 * session is thrown away, so that nothing is ever encrypted that nobody can read.
 * Throws `GatewayError`, and whatever the library throws when somebody's identity was replaced.
 */
export async function shareRoomKey(
  sharing: KeySharing,
  { userId, signedDevices }: Addressee,
  readers: readonly string[] = [],
): Promise<boolean> {
  const { machine, requests, ledger, roomId } = sharing;
  await claimMissing(sharing, userId);
  const people = [userId, ...readers];
  if (ledger.opensForOthersThan(people)) await renewSession(sharing);
  const userIds = people.map((each) => new UserId(each));
  const toDevice = await machine.shareRoomKey(new RoomId(roomId), userIds, settings());
  for (const request of toDevice.filter((each) => each.event_type === 'm.room.encrypted')) {
    await requests.send(request);
    ledger.delivered(recipientsOf(request));
  }
  const withheld = toDevice.filter((each) => each.event_type === 'm.room_key.withheld');
  withheld.forEach((each) => {
    ledger.unreached(recipientsOf(each, 'm.no_olm'));
  });
  if (ledger.hasReached(signedDevices.map((deviceId) => ({ userId, deviceId })))) {
    for (const request of withheld) await requests.send(request);
    return true;
  }
  await renewSession(sharing);
  return false;
}

/** Throws the room's session away; the next share makes a new one for everybody. */
export async function renewSession({ machine, ledger, roomId }: KeySharing): Promise<void> {
  await machine.invalidateGroupSession(new RoomId(roomId));
  ledger.forget();
}

/**
 * Makes a secure channel to each device of a person that has none. Devices that were out of reach are asked for by ourselves:
 * the library leaves them out for up to minutes. Throws `GatewayError`.
 */
export async function claimMissing({ machine, requests, ledger }: KeySharing, userId: string): Promise<void> {
  const claim = await machine.getMissingSessions([new UserId(userId)]);
  if (claim !== null) {
    await requests.send(claim);
    return;
  }
  const devices = ledger.withoutChannel().filter((each) => each.userId === userId);
  if (devices.length === 0) return;
  const wanted = Object.fromEntries(devices.map(({ deviceId }) => [deviceId, 'signed_curve25519']));
  const body = JSON.stringify({ timeout: claimTimeoutMs, one_time_keys: { [userId]: wanted } });
  await requests.send(new KeysClaimRequest('own-claim', body));
}

/** How long the homeserver may wait for another server, milliseconds; what the library itself asks. */
const claimTimeoutMs = 10_000;

/** Made anew for each call, because the library takes its arguments away (feasibility B 3). */
function settings(): EncryptionSettings {
  const encryption = new EncryptionSettings();
  encryption.algorithm = EncryptionAlgorithm.MegolmV1AesSha2;
  encryption.historyVisibility = HistoryVisibility.Shared;
  encryption.sharingStrategy = CollectStrategy.identityBasedStrategy();
  return encryption;
}

/** The devices that a to-device request is for; with a code only those whose content carries it. */
export function recipientsOf(request: ToDeviceRequest, code?: string): readonly DeviceAddress[] {
  const messages = Object.entries(objectAt(parseJson(request.body), 'messages'));
  return messages.flatMap(([userId, devices]) =>
    Object.entries(isJsonObject(devices) ? devices : {})
      .filter(([, content]) => code === undefined || objectAt(content)['code'] === code)
      .map(([deviceId]) => ({ userId, deviceId })),
  );
}
