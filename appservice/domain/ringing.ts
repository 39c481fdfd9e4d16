import type { Conversation, EndedBy, ReturnReason } from './conversation.ts';
import type { CounsellorDuty } from './duty.ts';
import type { TeamId, UserId } from './ids.ts';
import type { Roster } from './roster.ts';
import { minuteMs, secondMs, type Instant } from './time.ts';

/** How long each step of ringing may take (design 5.6, S41), in milliseconds. */
export const ringLimits = {
  /** One counsellor is rung this long; then the next one, and the missed one is paused. */
  ringMs: 30 * secondMs,
  /** From here on the card also lies in the team desk rooms. */
  teamCardMs: 60 * secondMs,
  /** From here on the caller is told, and offered mail and phone. */
  tellCallerMs: 180 * secondMs,
  /** Taken, but not in the room. */
  joinMs: 30 * secondMs,
  /** In the room, but no key reaches a signed device. */
  deviceMs: 10 * secondMs,
  /** In the room, but no word: a nudge, then back to the pool. */
  nudgeMs: 120 * secondMs,
  silenceMs: 180 * secondMs,
  /** The caller's browser gives no sign of life (R16, design 14). */
  goneMs: 5 * minuteMs,
  /** A room that is not made in this time is given up. */
  startMs: 60 * secondMs,
} as const;

/** What the dispatcher decides about one conversation at one instant; each is carried out once. */
export type RingDecision =
  | { readonly kind: 'ring'; readonly counsellor: UserId; readonly isOtherProvince: boolean }
  /** The rung counsellor did not answer: paused, the next one may ring. */
  | { readonly kind: 'miss'; readonly counsellor: UserId }
  /** The rung counsellor went off duty meanwhile: the card is withdrawn, nobody is blamed. */
  | { readonly kind: 'withdraw'; readonly counsellor: UserId }
  | { readonly kind: 'show-team-card'; readonly teams: readonly TeamId[] }
  | { readonly kind: 'tell-caller' }
  | { readonly kind: 'nudge'; readonly counsellor: UserId }
  | { readonly kind: 'return-to-pool'; readonly counsellor: UserId; readonly reason: ReturnReason }
  | { readonly kind: 'end'; readonly by: Extract<EndedBy, 'gone' | 'failure'> };

/** Everything the dispatcher's rules look at. */
export type RingFacts = {
  readonly conversation: Conversation;
  /** Every conversation that has not ended, this one included: they decide who has a free slot. */
  readonly openConversations: readonly Conversation[];
  readonly roster: Roster;
  readonly duties: readonly CounsellorDuty[];
  readonly now: Instant;
};
