import type { FeedbackKey } from '../domain/feedback.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { IsoWeek } from '../domain/iso-week.ts';
import type { Instant } from '../domain/time.ts';

/** The keys of feedback's tokens, who has drawn one, and which are spent; inside a unit of work. */
export interface FeedbackTokens {
  findKey(week: IsoWeek): Promise<FeedbackKey | undefined>;
  /** The first one of a week stays; another process may have been faster. */
  addKey(key: FeedbackKey): Promise<void>;
  /**
   * True the first time a conversation draws, and for the same request again, whose answer may have been lost on the way.
   * `requestHash` is the hash of what was blinded: the blinding makes it as good as random, so it names no token.
   */
  claimDraw(conversationId: ConversationId, requestHash: string): Promise<boolean>;
  /** True the first time. The hash of a token stands in no relation to the draw that it came from. */
  spend(week: IsoWeek, tokenHash: string): Promise<boolean>;
  /**
   * Forgets keys and spent tokens of earlier weeks, and the draws of conversations that ended before an instant. Of the tokens that
   * stay spent nothing tells any more when that was.
   */
  forgetBefore(limits: { readonly week: IsoWeek; readonly endedAt: Instant }): Promise<void>;
}
