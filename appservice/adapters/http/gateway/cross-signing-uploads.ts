import { createHash } from 'node:crypto';
import type { ConversationId } from '../../../domain/ids.ts';
import type { CallerSessions } from '../../../ports/caller-sessions.ts';

/** So many uploads are remembered; the oldest are forgotten first. */
const rememberedAtMost = 1_000;

/** Lets each conversation set its cross-signing identity once (feasibility D 1). */
export interface CrossSigningUploads {
  /**
   * True for the first upload, and for the same keys again: an answer may have been lost on the way, and the same keys
   * replace nothing.
   */
  admits(conversationId: ConversationId, body: Buffer): Promise<boolean>;
}

/** Claims the one upload in the session; what was claimed is remembered in this process, as a hash. */
export function createCrossSigningUploads(
  sessions: Pick<CallerSessions, 'claimCrossSigningUpload'>,
): CrossSigningUploads {
  const claimed = new Map<ConversationId, string>();
  return {
    admits: async (conversationId, body) => {
      const hash = createHash('sha256').update(body).digest('base64url');
      if (claimed.get(conversationId) === hash) return true;
      if (!(await sessions.claimCrossSigningUpload(conversationId))) return false;
      claimed.set(conversationId, hash);
      const [oldest] = claimed.keys();
      if (claimed.size > rememberedAtMost && oldest !== undefined) claimed.delete(oldest);
      return true;
    },
  };
}
