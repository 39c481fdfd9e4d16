import type { RoomEvent } from '../ports/room-event.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What answering a removal needs. */
export interface AnswerRemovalDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

/**
 * Somebody took back a reaction or a message at the desk. Nothing happens; it is said once, and only where what they took
 * back had had its effect without a word of the desk, so that it may look undone. What was answered has its answer below it.
 */
export async function answerRemoval(
  { steps, unitOfWork }: AnswerRemovalDependencies,
  { sender, content }: RoomEvent,
): Promise<void> {
  if (content.kind !== 'redaction') return;
  const { of } = content;
  await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const wasHandled = await registers.handledEvents.isHandled(of);
      if (!wasHandled || (await registers.actions.isRecorded(actionKeys.cause(of, 'answer')))) return;
      await recordDeskMessage(registers, {
        to: { own: sender },
        key: actionKeys.about(of, 'removed', sender),
        message: { kind: 'desk-room', message: { code: 'removal-too-late' } },
      });
    }),
  );
}
