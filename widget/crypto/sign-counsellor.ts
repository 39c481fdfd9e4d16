import { OtherUserIdentity, UserId } from '@matrix-org/matrix-sdk-crypto-wasm';
import type { PinnedCounsellor } from '../../appservice/contract/conversation.ts';
import { readMasterKey } from './read-counsellor-keys.ts';
import { type KeySharing, renewSession } from './share-room-key.ts';

/**
 * Signs the pinned identity with the caller's own user-signing key, so that the crypto library itself refuses sending,
 * receiving and hand-over after a reset (design 4, feasibility D 2 E). Nothing but the pinned master key is ever signed.
 * A new pin after a confirmed reset clears what the library holds against that person and renews the room's session (D 7).
 * Throws `GatewayError`.
 */
export async function signCounsellor(
  sharing: KeySharing,
  { userId, masterKey }: Pick<PinnedCounsellor, 'userId' | 'masterKey'>,
): Promise<void> {
  const { machine, requests } = sharing;
  const identity = await machine.getIdentity(new UserId(userId));
  if (!(identity instanceof OtherUserIdentity) || readMasterKey(identity) !== masterKey) return;
  if (identity.hasVerificationViolation()) {
    await identity.withdrawVerification();
    await renewSession(sharing);
  }
  await requests.send(await identity.verify());
  await requests.query([userId]);
}
