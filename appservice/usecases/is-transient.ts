import { failureCode } from '../ports/failure-code.ts';

/** What passes by itself: whatever met it is tried again later, never given up. */
const transient: readonly string[] = [
  'unreachable',
  'timeout',
  'desk-not-ready',
  'M_LIMIT_EXCEEDED',
  'commit-unknown',
  'serialization',
  'stale-writer',
];

/** Whether a failure says nothing about what was asked, only about the moment. */
export function isTransient(error: unknown): boolean {
  return transient.includes(failureCode(error));
}
