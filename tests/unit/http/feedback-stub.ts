import type { FeedbackApi } from '../../../appservice/adapters/http/feedback-api.ts';
import type { SignedFeedback } from '../../../appservice/usecases/record-feedback.ts';

/** What reached the service. */
export type SeenFeedback = {
  readonly draws: { readonly week: string; readonly blinded: Uint8Array }[];
  readonly feedback: SignedFeedback[];
};

/** Stands in for feedback: notes what it is asked, and says yes as long as the test does. */
export function feedbackStub(seen: SeenFeedback, isTaken: { readonly now: boolean }): FeedbackApi {
  return {
    key: () => Promise.resolve({ week: '2026-W48', publicKey: 'spki' }),
    sign: (_, draw) => {
      seen.draws.push(draw);
      return Promise.resolve(isTaken.now ? new Uint8Array(256).fill(9) : undefined);
    },
    record: (signed) => {
      seen.feedback.push(signed);
      return Promise.resolve(isTaken.now);
    },
  };
}
