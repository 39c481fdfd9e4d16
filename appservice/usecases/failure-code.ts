/** The code of a technology's error (house style 6): what may be logged of a failure. */
export function failureCode(error: unknown): string {
  return isCoded(error) ? error.code : 'unexpected';
}

/** Whether a failure is one that an adapter knows and named, not a mistake of ours. */
export function isCoded(error: unknown): error is { readonly code: string } {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
}

/** What passes by itself: whatever met it is tried again later, never given up. */
const passing: readonly string[] = [
  'unreachable',
  'desk-not-ready',
  'M_LIMIT_EXCEEDED',
  'commit-unknown',
  'serialization',
  'stale-writer',
];

/** Whether a failure says nothing about what was asked, only about the moment. */
export function isPassing(error: unknown): boolean {
  return passing.includes(failureCode(error));
}
