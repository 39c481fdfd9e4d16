import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId, EventId, UserId } from '../domain/ids.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What answering somebody who pressed an old card needs. */
export interface AnswerOldCardDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
}

/**
 * Tells somebody who pressed a hand under the card of a conversation that is over that it is, once for each card. False
 * when it is not over: then the hand takes or passes.
 */
export async function answerOldCard(
  { steps, unitOfWork }: AnswerOldCardDependencies,
  press: {
    readonly sender: UserId;
    readonly eventId: EventId;
    readonly card: EventId;
    readonly conversationId: ConversationId;
  },
): Promise<boolean> {
  const { sender, card, conversationId } = press;
  return await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const conversation = await registers.conversations.find(conversationId);
      if (conversation === undefined || !hasEnded(conversation)) return false;
      // Not the press is what is answered: one that took the conversation may be delivered again after the end.
      if (await registers.handledEvents.isHandled(press.eventId)) return true;
      await recordDeskMessage(registers, {
        to: { own: sender },
        key: actionKeys.about(card, 'over', sender),
        message: {
          kind: 'desk-room',
          message: { code: 'card-over', caseNumber: conversation.caseNumber },
        },
        conversationId,
      });
      return true;
    }),
  );
}
