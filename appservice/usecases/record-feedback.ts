import { acceptedWeeks, type Feedback } from '../domain/feedback.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { BlindSigner } from '../ports/blind-signer.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import type { Vault } from '../ports/vault.ts';

/** What recording needs; no clock finer than the week reaches what is stored. */
export interface RecordFeedbackDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly blindSigner: BlindSigner;
  readonly vault: Pick<Vault, 'hash'>;
}

/** Feedback with the token that lets it in. Its week is the token's. */
export type SignedFeedback = {
  readonly feedback: Feedback;
  readonly token: Uint8Array;
  readonly signature: Uint8Array;
};

/** Why nothing is stored. */
export type FeedbackRefusal = { readonly code: 'unknown-week' | 'not-signed' | 'spent' };

/**
 * Takes feedback for a token that we have signed without seeing it (`sign-feedback-token.ts`), once. The token's hash is kept apart
 * from the feedback, only so that it is not spent twice, and forgotten with its week's key. It would name a row for ever if it stood
 * beside it; even then it would lead to no conversation, because no draw knows it.
 *
 * The key is asked for once more where the row is written: once a night has forgotten it, its week can be reported, and nothing may be
 * added to it any more (`domain/feedback-report.ts`).
 */
export async function recordFeedback(
  { unitOfWork, clock, blindSigner, vault }: RecordFeedbackDependencies,
  { feedback, token, signature }: SignedFeedback,
): Promise<Result<undefined, FeedbackRefusal>> {
  const { week } = feedback;
  if (!acceptedWeeks(clock.now()).includes(week)) return refusal({ code: 'unknown-week' });
  const key = await unitOfWork.read(({ feedbackTokens }) => feedbackTokens.findKey(week));
  if (key === undefined) return refusal({ code: 'unknown-week' });
  if (!blindSigner.verifies(key.publicKey, { token, signature })) return refusal({ code: 'not-signed' });
  const tokenHash = vault.hash(token.join());
  return await unitOfWork.run(async ({ feedbackTokens, feedbackBox }) => {
    if ((await feedbackTokens.findKey(week)) === undefined) return refusal({ code: 'unknown-week' });
    if (!(await feedbackTokens.spend(week, tokenHash))) return refusal({ code: 'spent' });
    await feedbackBox.add(feedback);
    return success(undefined);
  });
}
