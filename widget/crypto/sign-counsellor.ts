import { type OlmMachine, OtherUserIdentity, RoomId, UserId } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { KeyRequests } from './key-requests.ts';
import { readMasterKey } from './read-counsellor-keys.ts';

/** Whose identity is signed, and for which room. */
export type Signing = {
  readonly userId: string;
  /** The pinned master key; nothing else is ever signed. */
  readonly masterKey: string;
  readonly roomId: string;
};

/**
 * Signs the pinned identity with the caller's own user-signing key, so that the crypto library itself refuses sending,
 * receiving and hand-over after a reset (design 4, feasibility D 2 E). A new pin after a confirmed reset clears what
 * the library holds against that person and renews the room's session (D 7). Throws `GatewayError`.
 */
export async function signCounsellor(
  machine: OlmMachine,
  requests: KeyRequests,
  { userId, masterKey, roomId }: Signing,
): Promise<void> {
  const identity = await machine.getIdentity(new UserId(userId));
  if (!(identity instanceof OtherUserIdentity) || readMasterKey(identity) !== masterKey) return;
  if (identity.hasVerificationViolation()) {
    await identity.withdrawVerification();
    await machine.invalidateGroupSession(new RoomId(roomId));
  }
  await requests.send(await identity.verify());
  await requests.query([userId]);
}
