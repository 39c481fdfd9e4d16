import { minuteMs } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What forgetting left requests needs. */
export interface ForgetLeftRequestsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Far longer than a start request can be under way. */
const keptMs = 60 * minuteMs;

/** Forgets the start requests that were left (S3) more than an hour ago. */
export async function forgetLeftRequests({
  unitOfWork,
  clock,
}: ForgetLeftRequestsDependencies): Promise<void> {
  await unitOfWork.run(({ leftRequests }) => leftRequests.forgetBefore(clock.now() - keptMs));
}
