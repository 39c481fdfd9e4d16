import type { Instant } from './time.ts';

/** What somebody saw go wrong, in their own words (R32). Never of a conversation, and without address. */
export type FaultReport = {
  readonly receivedAt: Instant;
  /** By the clock of the reporting device, which may be wrong. */
  readonly noticedAt: Instant;
  /** What the screen knew of it, such as `not-loaded`. */
  readonly code: string;
  readonly description: string;
  /** How the browser names itself; null unless the person ticked that it may go along. */
  readonly browser: string | null;
};
