import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId, EventId } from '../domain/ids.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';

/** What being told of a misplaced command needs. */
export interface ReportMisplacedDependencies {
  readonly unitOfWork: UnitOfWork;
}

/**
 * A command of the desk was written into the conversation, and the caller's browser showed nothing of it (design 7): it is taken
 * back there, and whoever wrote it is told, once for each event. No word of it is known here. False when the conversation is over.
 */
export async function reportMisplaced(
  { unitOfWork }: ReportMisplacedDependencies,
  { conversationId, eventId }: { readonly conversationId: ConversationId; readonly eventId: EventId },
): Promise<boolean> {
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined || hasEnded(conversation)) return false;
    const { roomId } = conversation;
    if (roomId === null) return true;
    await registers.actions.enqueue({
      key: actionKeys.misplaced(conversationId, eventId),
      lane: actionLanes.redaction(eventId),
      conversationId,
      action: { kind: 'take-back-misplaced', place: { roomId, eventId } },
    });
    return true;
  });
}
