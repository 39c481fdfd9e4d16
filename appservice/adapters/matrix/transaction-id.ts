import { createHash } from 'node:crypto';

/** The transaction id of what is sent for a key: the same one again is the same event to the homeserver. */
export function transactionIdOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}
