import { secondMs, type Instant } from './time.ts';

/** Whether the caller's browser is connected, as the counsellor reads it (S42, design 5.8). */
export type CallerConnection =
  | {
      readonly state: 'connected';
      readonly since: Instant;
      /** How long they were away before; null when they never were. */
      readonly wasAwayMs: number | null;
    }
  /** Since the last sign of life. */
  | { readonly state: 'away'; readonly since: Instant };

/** What counsellor and caller were last told of each other's connection (S42, design 5.8). */
export type ToldConnection = CallerConnection & {
  /** The caller is told that the counsellor's program has not been seen for a while. */
  readonly isCounsellorAway: boolean;
};

/**
 * Without a sign of life for so long the caller counts as away. A browser that is there gives one every four seconds
 * (contract, long poll), and it is looked every second: the counsellor reads it within ten (S42).
 */
export const awayLimitMs = 8 * secondMs;
