import type { PinnedCounsellor, UnsecuredCode } from '../../appservice/contract/conversation.ts';

/** What the crypto library knows of the counsellor after the latest key query. */
export type CounsellorKeys = {
  /** Cross-signing master key, unpadded base64; undefined when they have no identity. */
  readonly masterKey: string | undefined;
  /** The caller's own user-signing key has signed that identity. */
  readonly isSignedByCaller: boolean;
  /** Ids of the devices that the counsellor's own identity has signed, and that somebody can sit at. */
  readonly signedDevices: readonly string[];
};

/** What may happen next with the caller's words. */
export type GateDecision =
  /** Nobody to encrypt for yet. */
  | { readonly action: 'wait' }
  /** The identity is the pinned one and the caller has not signed it yet; a channel to its devices is made meanwhile. */
  | { readonly action: 'sign' }
  | { readonly action: 'refuse'; readonly code: UnsecuredCode }
  /** Share the key of the room; words may go only when one of these devices has really got it. */
  | { readonly action: 'share'; readonly userId: string; readonly signedDevices: readonly string[] };

/**
 * The gate before every send (design 5.7, feasibility D 2 B, D 7): the library encrypts for nobody without a word, so
 * this is decided here. `pinned` is undefined until the service has named somebody.
 */
export function decideGate(
  pinned: PinnedCounsellor | undefined,
  hasJoined: boolean,
  keys: CounsellorKeys,
): GateDecision {
  if (pinned === undefined) return { action: 'wait' };
  if (!hasJoined) return decideBeforeJoin(pinned, keys);
  if (keys.masterKey === undefined) return { action: 'refuse', code: 'no-signed-device' };
  if (keys.masterKey !== pinned.masterKey) return { action: 'refuse', code: 'identity-changed' };
  if (!keys.isSignedByCaller) return { action: 'sign' };
  if (keys.signedDevices.length === 0) return { action: 'refuse', code: 'no-signed-device' };
  return { action: 'share', userId: pinned.userId, signedDevices: keys.signedDevices };
}

/** Between taking and entering pass seconds: what needs nobody in the room is done in them, for the pinned identity only. */
function decideBeforeJoin({ masterKey }: PinnedCounsellor, keys: CounsellorKeys): GateDecision {
  const isToSign = keys.masterKey === masterKey && !keys.isSignedByCaller;
  return { action: isToSign ? 'sign' : 'wait' };
}
