import type { UnsecuredCode } from '../../appservice/contract/conversation.ts';
import type { GateDecision } from './decide-gate.ts';
import type { DeviceAddress } from './key-ledger.ts';
import type { Members } from './members.ts';
import type { Pins } from './pins.ts';
import { preparePerson } from './prepare-person.ts';
import type { Readers } from './readers.ts';
import { type KeySharing, renewSession, shareRoomKey } from './share-room-key.ts';

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

/** What a gate needs. */
export type GateParts = {
  readonly sharing: KeySharing;
  readonly pins: Pins;
  readonly members: Members;
  readonly readers: Pick<Readers, 'present' | 'mayAllHaveKeys'>;
};

/** Makes the gate of one room. */
export function createGate({ sharing, pins, members, readers }: GateParts): Gate {
  const { ledger } = sharing;
  const hasPinnedJoined = (): boolean => {
    const pinned = pins.current();
    return pinned !== undefined && members.isJoined(pinned.userId);
  };

  const decide = async (): Promise<GateDecision> => {
    const pinned = pins.current();
    if (pinned === undefined) return { action: 'wait' };
    return preparePerson({ sharing, pins }, pinned, () => members.isJoined(pinned.userId));
  };

  const open = async (): Promise<GateState> => {
    const decision = await decide();
    if (decision.action === 'wait') return { state: 'waiting' };
    if (decision.action === 'refuse') return { state: 'refused', code: decision.code };
    // The homeserver took the signature and does not show it: no ground to stand on.
    if (decision.action === 'sign') {
      return hasPinnedJoined() ? { state: 'refused', code: 'no-key-delivered' } : { state: 'waiting' };
    }
    const { userId, signedDevices } = decision;
    const present = await readers.present();
    const hasKey = await shareRoomKey(sharing, decision, present);
    const isAnother = pins.current()?.userId !== userId;
    if (!isAnother && !hasPinnedJoined()) return { state: 'waiting' };
    // Somebody else was named, or somebody went, while the key was sent: nothing goes out before it is with the right people.
    if (isAnother || !readers.mayAllHaveKeys(present)) return open();
    if (!hasKey) return { state: 'refused', code: 'no-key-delivered' };
    return { state: 'open', devices: signedDevices.map((deviceId) => ({ userId, deviceId })) };
  };

  return {
    open,
    async confirm(sessionId, devices) {
      if (ledger.confirm(sessionId, devices)) return true;
      await renewSession(sharing);
      return false;
    },
  };
}
