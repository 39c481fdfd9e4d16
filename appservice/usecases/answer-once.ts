import type { DeskMessage } from '../domain/desk-message.ts';
import type { EventId, UserId } from '../domain/ids.ts';
import type { Steps } from '../ports/steps.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer } from './record-desk-message.ts';

/** What answering needs. */
export interface AnswerOnceDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

/**
 * Answers what somebody wrote at the desk: `work` decides and records in one unit of work, once for each event, and says
 * what they are told.
 */
export async function answerOnce(
  { steps, unitOfWork }: AnswerOnceDependencies,
  source: { readonly to: UserId; readonly eventId: EventId },
  work: (registers: Registers) => DeskMessage | Promise<DeskMessage>,
): Promise<void> {
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(source.eventId, async (registers) => {
        const message = await work(registers);
        await recordAnswer(registers, { ...source, message });
      }),
    ),
  );
}
