import type { Instant } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';

/** A clock that a test may move. */
export type SystemClock = Clock & {
  /** Moves the clock forward by so many milliseconds, in both modes. */
  readonly advance: (durationMs: number) => void;
};

/** How the clock begins; a production configuration leaves both out (design 13). */
export type SystemClockOptions = {
  /** What it says at first; null for the true time. */
  readonly startAt: Instant | null;
  /** Stands still but for `advance`. */
  readonly isDriven: boolean;
};

/** The only place of the service that reads the machine's clock. */
export function createSystemClock({ startAt, isDriven }: SystemClockOptions): SystemClock {
  const begin = Date.now();
  let offsetMs = startAt === null ? 0 : startAt - begin;
  return {
    now: () => (isDriven ? begin : Date.now()) + offsetMs,
    advance: (durationMs) => {
      offsetMs += durationMs;
    },
  };
}
