import type { EventId } from '../domain/ids.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { RoomEvent } from '../ports/room-event.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import { isCommand, takeBackCommand } from './take-back-command.ts';

/** What answering an edit needs. */
export interface AnswerEditDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

/**
 * Somebody gave a message at the desk another text. Nothing happens: what stood there first was obeyed, and what anybody
 * could change later would be no record of what was asked. Said once for each message; small talk may become other small talk.
 */
export async function answerEdit(
  { steps, unitOfWork }: AnswerEditDependencies,
  edit: {
    readonly place: DeskPlace;
    readonly event: RoomEvent;
    readonly of: EventId;
    readonly newBody: string;
  },
): Promise<void> {
  const { place, event, of, newBody } = edit;
  await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const wasHandled = await registers.handledEvents.isHandled(of);
      if (!wasHandled && !isCommand(newBody)) return;
      await takeBackCommand(registers, { place, event, body: newBody });
      await recordDeskMessage(registers, {
        to: { own: event.sender },
        key: actionKeys.about(of, 'edited', event.sender),
        message: { kind: 'desk-room', message: { code: wasHandled ? 'edit-too-late' : 'edit-not-obeyed' } },
      });
    }),
  );
}
