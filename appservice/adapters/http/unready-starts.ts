import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ringLimits } from '../../domain/ringing.ts';
import { tooMany } from './counted.ts';

/** Who starts: the address that limits count by, and the secret that all tries of one start have in common. */
export type CountedStart = { readonly address: string; readonly requestSecret: string };

/**
 * Starts of one address that hold a slot of the helpline while their browser has not said yet that it can read (S27, T13): each may
 * hold it for three minutes, and that costs whoever makes it nothing. In memory of this process.
 */
export interface UnreadyStarts {
  /** Rejects with `M_LIMIT_EXCEEDED` when the address holds as many as it may; a start that holds one itself may be tried again. */
  check(start: CountedStart): Promise<void>;
  /** Counts a start that holds a slot, once for all its tries. */
  count(start: CountedStart): Promise<void>;
  /** The browser of a conversation can read. Told again within those minutes, or when the address holds none, it changes nothing. */
  ready(address: string, conversationId: string): Promise<void>;
}

/** A start that never gets so far is given up by then, and no longer counts. */
const duration = ringLimits.keysMs / 1_000;

/**
 * Makes the count. `most` is what an address may hold when one more is asked for: a whole class that presses in the same second is
 * let through, for the limit of starts per minute bounds that, and all but those for whom there is somebody hold nothing.
 */
export function createUnreadyStarts(most: number): UnreadyStarts {
  const ofAddress = new RateLimiterMemory({ keyPrefix: 'unready', points: most, duration });
  const once = new RateLimiterMemory({ keyPrefix: 'once', points: 1, duration });
  const isFirst = (key: string): Promise<boolean> =>
    once.consume(key).then(
      () => true,
      () => false,
    );
  const startKey = ({ requestSecret }: CountedStart): string => `start ${requestSecret}`;
  return {
    check: async (start) => {
      if ((await once.get(startKey(start))) !== null) return;
      const held = await ofAddress.get(start.address);
      if (held !== null && held.remainingPoints <= 0) throw tooMany(held);
    },
    count: async (start) => {
      if (await isFirst(startKey(start))) await ofAddress.penalty(start.address);
    },
    ready: async (address, conversationId) => {
      const held = await ofAddress.get(address);
      if (held === null || held.consumedPoints <= 0) return; // a reward would let one more be held
      if (await isFirst(`ready ${conversationId}`)) await ofAddress.reward(address);
    },
  };
}
