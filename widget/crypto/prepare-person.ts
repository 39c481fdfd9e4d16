import type { PinnedCounsellor } from '../../appservice/contract/conversation.ts';
import { decideGate, type GateDecision } from './decide-gate.ts';
import type { Pins } from './pins.ts';
import { readCounsellorKeys } from './read-counsellor-keys.ts';
import { claimMissing, type KeySharing } from './share-room-key.ts';
import { signCounsellor } from './sign-counsellor.ts';

/** What deciding about a person needs. */
export type Preparing = { readonly sharing: KeySharing; readonly pins: Pins };

/** What may be done for a person by what is known of their keys now; whether they are there is asked last. Sends nothing. */
export async function decidePerson(
  { sharing, pins }: Preparing,
  person: PinnedCounsellor,
  hasJoined: () => boolean,
): Promise<GateDecision> {
  const keys = await readCounsellorKeys(sharing.machine, person.userId);
  if (keys.isSignedByCaller && keys.masterKey === person.masterKey) pins.markSigned(person.userId);
  return decideGate(person, hasJoined(), keys);
}

/**
 * Decides, and where the caller has not signed the pinned identity yet, signs it, makes a channel to its devices and decides
 * anew (feasibility D 2 E). Throws `GatewayError`.
 */
export async function preparePerson(
  preparing: Preparing,
  person: PinnedCounsellor,
  hasJoined: () => boolean,
): Promise<GateDecision> {
  const first = await decidePerson(preparing, person, hasJoined);
  if (first.action !== 'sign') return first;
  const { sharing } = preparing;
  await Promise.all([signCounsellor(sharing, person), claimMissing(sharing, person.userId)]);
  return decidePerson(preparing, person, hasJoined);
}
