/** Said before anything is sent. */
const beforeSending: readonly string[] = ['desk-not-ready', 'desk-room-unknown', 'no-desk-room'];

/**
 * Whether what failed with this code may have been done all the same: the homeserver was asked, and did not refuse. Only
 * `M_UNKNOWN` is a refusal (500) that says nothing about what was done before it.
 */
export function mayBeDone(code: string): boolean {
  if (beforeSending.includes(code)) return false;
  return !code.startsWith('M_') || code === 'M_UNKNOWN';
}
