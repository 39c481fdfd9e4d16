import { counsellorOf, hasEnded } from '../domain/conversation.ts';
import type { ConversationId, EventId } from '../domain/ids.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** What being told of a misplaced command needs. */
export interface ReportMisplacedDependencies {
  readonly unitOfWork: UnitOfWork;
}

/**
 * A command of the desk was written into the conversation, and the caller's browser showed nothing of it (design 7): whoever works
 * in that room is told at their own desk, once for each event. No word of it is known here. False when the conversation is over.
 */
export async function reportMisplaced(
  { unitOfWork }: ReportMisplacedDependencies,
  { conversationId, eventId }: { readonly conversationId: ConversationId; readonly eventId: EventId },
): Promise<boolean> {
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined || hasEnded(conversation)) return false;
    const { phase, company, caseNumber } = conversation;
    const counsellor = counsellorOf(phase);
    const people = counsellor === undefined ? company.readers : [counsellor, ...company.readers];
    const message = { kind: 'misplaced', caseNumber } as const;
    for (const person of people) {
      const key = actionKeys.misplaced(conversationId, person, eventId);
      await recordDeskMessage(registers, { to: { own: person }, key, message, conversationId });
    }
    return true;
  });
}
