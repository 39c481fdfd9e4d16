import type { PinnedCounsellor } from '../../appservice/contract/readers.ts';

/** Whom the service has named, and whose words may be shown. No I/O. */
export interface Pins {
  /**
   * Takes the place of all that was named before: the one whom the caller's words wait for, undefined while nobody has the
   * conversation, and those beside them (design 4, R25). What somebody signed has said stays readable.
   */
  set(counsellor: PinnedCounsellor | undefined, beside: readonly PinnedCounsellor[]): void;
  current(): PinnedCounsellor | undefined;
  /** Those named beside the counsellor. */
  beside(): readonly PinnedCounsellor[];
  isNamed(userId: string): boolean;
  /** Whether this person is named with just this identity. */
  holds(person: PinnedCounsellor): boolean;
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
  let others: readonly PinnedCounsellor[] = [];
  const all = (): readonly PinnedCounsellor[] => (current === undefined ? others : [current, ...others]);
  return {
    set(counsellor, beside) {
      current = counsellor;
      others = beside.filter(({ userId }) => userId !== counsellor?.userId);
    },
    current: () => current,
    beside: () => others,
    isNamed: (userId) => all().some((each) => each.userId === userId),
    holds: ({ userId, masterKey }) =>
      all().some((each) => each.userId === userId && each.masterKey === masterKey),
    markSigned(userId) {
      signed.add(userId);
    },
    isSigned: (userId) => signed.has(userId),
    clear() {
      signed.clear();
      current = undefined;
      others = [];
    },
  };
}
