import { hasEnded, type Conversation } from './conversation.ts';
import { ringLimits } from './ringing.ts';
import type { Instant } from './time.ts';

/** How long a caller's browser may be gone and still come back to its conversation, in seconds (R27): the cookie's life. */
export const resumeWindowSeconds = ringLimits.goneMs / 1_000;

/**
 * Whether a reloaded page may go on with this conversation (R27): five minutes after the last sign of life it may not, even
 * when nobody has ended it yet. One whose room is not made yet has nothing to go on with.
 */
export function mayResume(conversation: Conversation, now: Instant): boolean {
  const isWithinWindow = now - conversation.lastContactAt < ringLimits.goneMs;
  return isWithinWindow && !hasEnded(conversation) && conversation.roomId !== null;
}
