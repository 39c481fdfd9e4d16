/** The value that so large a share of the values does not exceed (nearest rank); `share` from 0 to 1. Not a number of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value that nineteen of twenty do not exceed. */
export function p95(values: readonly number[]): number {
  return percentile(values, 0.95);
}
