import { RateLimiterMemory } from 'rate-limiter-flexible';
import { ringLimits } from '../../domain/ringing.ts';
import { consumed } from './counted.ts';

/** Who starts: the address that limits count by, and the secret that all tries of one start have in common. */
export type CountedStart = { readonly address: string; readonly requestSecret: string };

/**
 * Starts of one address whose browser has not said yet that it can read (S27, T13): each holds a slot of the helpline, for up to
 * three minutes, and costs whoever makes it nothing. In memory of this process.
 */
export interface UnreadyStarts {
  /** Counts a start, once for all its tries; rejects with `M_LIMIT_EXCEEDED` when the address has too many. */
  count(start: CountedStart): Promise<void>;
  /** Takes a start back that reserved nothing. */
  takeBack(start: CountedStart): Promise<void>;
  /** The browser of a conversation can read; told again, it changes nothing. */
  ready(address: string, conversationId: string): Promise<void>;
}

/** A start that never gets so far is given up by then, and no longer counts. */
const duration = ringLimits.keysMs / 1_000;

/** Makes the count; `most` is what one address may have at a time. */
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
    count: async (start) => {
      if (!(await isFirst(startKey(start)))) return;
      try {
        await consumed(ofAddress, start.address);
      } catch (error) {
        await ofAddress.reward(start.address); // the library counts what it refuses, too
        await once.delete(startKey(start));
        throw error;
      }
    },
    takeBack: async (start) => {
      if (await once.delete(startKey(start))) await ofAddress.reward(start.address);
    },
    ready: async (address, conversationId) => {
      if (await isFirst(`ready ${conversationId}`)) await ofAddress.reward(address);
    },
  };
}
