import type { ConversationId } from '../../domain/ids.ts';
import { ringLimits } from '../../domain/ringing.ts';
import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import { tooMany } from './counted.ts';

/** Who starts: the address that limits count by, and the secret that all tries of one start have in common. */
export type CountedStart = { readonly address: string; readonly requestSecret: string };

/**
 * Starts that hold a slot of the helpline while their browser has not said yet that it can read (S27, T13): each may hold it for
 * three minutes, and that costs whoever makes it nothing. In memory of this process.
 */
export interface UnreadyStarts {
  /** Throws `M_LIMIT_EXCEEDED` when the address holds as many as it may; a start that holds one itself may be tried again. */
  check(start: CountedStart): void;
  /** Counts a start that holds a slot, once for all its tries; the conversation is null while it has no room. */
  hold(start: CountedStart, conversationId: ConversationId | null): void;
  /** The browser of this conversation can read, or it is over: its start holds nothing any more. */
  release(of: { readonly conversationId: ConversationId } | { readonly requestSecret: string }): void;
}

type Held = {
  readonly address: string;
  readonly conversationId: ConversationId | null;
  /** The start is given up by then. */
  readonly until: Instant;
};

/**
 * Makes the count. `most` is what an address may hold when one more is asked for: a whole class that presses in the same second is
 * let through, for the limit of starts per minute bounds that, and all but those for whom there is somebody hold nothing.
 */
export function createUnreadyStarts(most: number, clock: Clock): UnreadyStarts {
  const held = new Map<string, Held>();
  const forgetGivenUp = (): void => {
    for (const [secret, { until }] of held) if (until <= clock.now()) held.delete(secret);
  };
  return {
    check: ({ address, requestSecret }) => {
      forgetGivenUp();
      if (held.has(requestSecret)) return;
      const ofAddress = [...held.values()].filter((each) => each.address === address);
      if (ofAddress.length < most) return;
      const freeAt = Math.min(...ofAddress.map(({ until }) => until));
      throw tooMany({ msBeforeNext: freeAt - clock.now() });
    },
    hold: ({ address, requestSecret }, conversationId) => {
      const until = held.get(requestSecret)?.until ?? clock.now() + ringLimits.keysMs;
      held.set(requestSecret, { address, conversationId, until });
    },
    release: (of) => {
      if ('requestSecret' in of) held.delete(of.requestSecret);
      else
        for (const [secret, { conversationId }] of held)
          if (conversationId === of.conversationId) held.delete(secret);
    },
  };
}
