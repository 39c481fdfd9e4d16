import type { FeedbackKey } from '../domain/feedback.ts';
import { isoWeekAt } from '../domain/iso-week.ts';
import type { BlindSigner } from '../ports/blind-signer.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What reading the key of this week needs. */
export interface ReadFeedbackKeyDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly blindSigner: BlindSigner;
}

/** What everybody may know of the key. */
export type PublicFeedbackKey = Pick<FeedbackKey, 'week' | 'publicKey'>;

/** The public key by which this week's tokens are signed. The first who asks in a week has the pair made, and stored once for all. */
export async function readFeedbackKey({
  unitOfWork,
  clock,
  blindSigner,
}: ReadFeedbackKeyDependencies): Promise<PublicFeedbackKey> {
  const week = isoWeekAt(clock.now());
  const known = await unitOfWork.read(({ feedbackTokens }) => feedbackTokens.findKey(week));
  if (known !== undefined) return { week, publicKey: known.publicKey };
  const made = { week, ...(await blindSigner.createKeys()) };
  const kept = await unitOfWork.run(async ({ feedbackTokens }) => {
    await feedbackTokens.addKey(made);
    return (await feedbackTokens.findKey(week)) ?? made;
  });
  return { week, publicKey: kept.publicKey };
}
