import type { Instant } from '../../appservice/domain/time.ts';
import type { Clock } from '../../appservice/ports/clock.ts';

/** A clock that stands still until a test moves it. */
export type DrivenClock = Clock & {
  /** Moves on by so many milliseconds. */
  readonly elapse: (durationMs: number) => void;
  /** Jumps to an instant. */
  readonly set: (instant: Instant) => void;
};

/** A clock that shows `start` and moves only by hand. */
export function drivenClock(start: Instant): DrivenClock {
  let instant = start;
  return {
    now: () => instant,
    elapse: (durationMs) => {
      instant += durationMs;
    },
    set: (next) => {
      instant = next;
    },
  };
}
