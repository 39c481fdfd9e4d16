import type { Earlier } from './frame-state.ts';
import type { Log } from './log.ts';

/** A log, and what of it an earlier page has left. */
export type LogWithEarlier = { readonly log: Log; readonly earlier: Earlier };

/** How many lines of the log the caller has not asked to see (R27); while they come in, all of them. */
export function hiddenLines({ log, earlier }: LogWithEarlier): number {
  if (earlier.state === 'loading') return log.length;
  return earlier.state === 'hidden' ? earlier.count : 0;
}

/** What an earlier page left is seen when it is asked for; somebody else may be at the device now (R27). */
export function shownLog(given: LogWithEarlier): Log {
  return given.log.slice(hiddenLines(given));
}

/** What is hidden stays so after the end; what was being fetched then counts as hidden, too. */
export function earlierAtEnd(given: LogWithEarlier): Earlier {
  const count = hiddenLines(given);
  return { state: count === 0 ? 'none' : 'hidden', count };
}
