import type { FeedbackKeyAnswer } from '../../contract/feedback.ts';
import type { ConversationId } from '../../domain/ids.ts';
import type { SignedFeedback } from '../../usecases/record-feedback.ts';
import type { TokenDraw } from '../../usecases/sign-feedback-token.ts';

/** What callers can ask after a conversation; `callers.ts` fills it in with the use cases. */
export interface FeedbackApi {
  /** The published key of this week. */
  key(): Promise<FeedbackKeyAnswer>;
  /** The blinded signature; undefined when none is given, now or a second time. */
  sign(
    conversationId: ConversationId,
    draw: Omit<TokenDraw, 'conversationId'>,
  ): Promise<Uint8Array | undefined>;
  /** False when the token is none of ours, of another time, or spent. */
  record(signed: SignedFeedback): Promise<boolean>;
}
