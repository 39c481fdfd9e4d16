const firstPauseMs = 1_000;
const longestPauseMs = 10_000;

/**
 * How long to wait before the next try after so many failures in a row (1 or more): 1, 2, 4 … up to 10 seconds, less
 * at most half of it, spread by `chance` (0 up to 1), so that callers do not come back all at once after an outage.
 * A pause that the server names (`M_LIMIT_EXCEEDED`) is the least.
 */
export function pauseMs(failures: number, chance: number, leastMs = 0): number {
  const full = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10));
  return Math.max(leastMs, Math.round(full * (1 - chance / 2)));
}
