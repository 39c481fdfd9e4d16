import type { PinnedCounsellor } from '../../appservice/contract/conversation.ts';

/** Whom the service has named, and whose words may be shown. No I/O. */
export interface Pins {
  /** A later pin replaces the earlier as the one to encrypt for (design 4). */
  set(counsellor: PinnedCounsellor): void;
  current(): PinnedCounsellor | undefined;
  /** Nobody is to be encrypted for any more; what somebody signed has said stays readable. */
  release(): void;
  /** The crypto library holds this person to the identity that was pinned. */
  markSigned(userId: string): void;
  /** Signed now or earlier in this conversation: from then on the library itself refuses words of any other identity. */
  isSigned(userId: string): boolean;
  clear(): void;
}

/** Starts with nobody. */
export function createPins(): Pins {
  const signed = new Set<string>();
  let current: PinnedCounsellor | undefined;
  return {
    set(counsellor) {
      current = counsellor;
    },
    current: () => current,
    release() {
      current = undefined;
    },
    markSigned(userId) {
      signed.add(userId);
    },
    isSigned: (userId) => signed.has(userId),
    clear() {
      signed.clear();
      current = undefined;
    },
  };
}
