import type { UnsecuredCode } from '../../appservice/contract/conversation.ts';
import { decideGate, type GateDecision } from './decide-gate.ts';
import type { DeviceAddress } from './key-ledger.ts';
import type { Members } from './members.ts';
import type { Pins } from './pins.ts';
import { readCounsellorKeys } from './read-counsellor-keys.ts';
import { claimMissing, type KeySharing, renewSession, shareRoomKey } from './share-room-key.ts';
import { signCounsellor } from './sign-counsellor.ts';

/** Whether words may go out now. */
export type GateState =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly code: UnsecuredCode }
  /** One of these devices has the key of the room's present session. */
  | { readonly state: 'open'; readonly devices: readonly DeviceAddress[] };

/** The one way to a send (design 5.7). */
export interface Gate {
  /**
   * Checks everything anew and shares the key where it is missing. Throws `GatewayError`, and whatever the crypto
   * library throws; nothing may be sent then either.
   */
  open(): Promise<GateState>;
  /** Whether what was encrypted under this session can be read by one of the devices; if not it must not be sent. */
  confirm(sessionId: string, devices: readonly DeviceAddress[]): Promise<boolean>;
}

/** Makes the gate of one room. */
export function createGate(sharing: KeySharing, pins: Pins, members: Members): Gate {
  const { machine, ledger } = sharing;
  const hasPinnedJoined = (): boolean => {
    const pinned = pins.current();
    return pinned !== undefined && members.isJoined(pinned.userId);
  };

  const decide = async (): Promise<GateDecision> => {
    const pinned = pins.current();
    if (pinned === undefined) return { action: 'wait' };
    const keys = await readCounsellorKeys(machine, pinned.userId);
    if (keys.isSignedByCaller && keys.masterKey === pinned.masterKey) pins.markSigned(pinned.userId);
    return decideGate(pinned, members.isJoined(pinned.userId), keys);
  };

  const signThenDecide = async (): Promise<GateDecision> => {
    const pinned = pins.current();
    if (pinned !== undefined) {
      await Promise.all([signCounsellor(sharing, pinned), claimMissing(sharing, pinned.userId)]);
    }
    return decide();
  };

  return {
    async open() {
      const first = await decide();
      const decision = first.action === 'sign' ? await signThenDecide() : first;
      if (decision.action === 'wait') return { state: 'waiting' };
      if (decision.action === 'refuse') return { state: 'refused', code: decision.code };
      // The homeserver took the signature and does not show it: no ground to stand on.
      if (decision.action === 'sign') {
        return hasPinnedJoined() ? { state: 'refused', code: 'no-key-delivered' } : { state: 'waiting' };
      }
      const { userId, signedDevices } = decision;
      const hasKey = await shareRoomKey(sharing, userId, signedDevices);
      if (!hasKey) return { state: 'refused', code: 'no-key-delivered' };
      return { state: 'open', devices: signedDevices.map((deviceId) => ({ userId, deviceId })) };
    },
    async confirm(sessionId, devices) {
      if (ledger.confirm(sessionId, devices)) return true;
      await renewSession(sharing);
      return false;
    },
  };
}
