import { acceptedWeeks, firstRemarkWeek, lastDrawableEnd } from '../domain/feedback.ts';
import { wallClockAt } from '../domain/wall-clock.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What the night's work on feedback needs. */
export interface ShuffleFeedbackDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/**
 * Once each night (R38, design 14): the feedback is written anew in random order, and what drawing and spending of tokens have left
 * behind is forgotten with the keys of past weeks. Nothing happens on a day on which it was done.
 */
export async function shuffleFeedback({ unitOfWork, clock }: ShuffleFeedbackDependencies): Promise<void> {
  const now = clock.now();
  const { day } = wallClockAt(now);
  const shuffledOn = await unitOfWork.read(({ feedbackBox }) => feedbackBox.shuffledOn());
  if (shuffledOn === day) return;
  const [, week] = acceptedWeeks(now);
  await unitOfWork.run(async ({ feedbackBox, feedbackTokens }) => {
    await feedbackTokens.forgetBefore({ week, endedAt: lastDrawableEnd(now) });
    await feedbackBox.shuffle({ day, remarksFrom: firstRemarkWeek(now) });
  });
}
