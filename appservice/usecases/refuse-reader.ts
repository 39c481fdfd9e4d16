import { announcedOf } from '../domain/company.ts';
import { hasEnded } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordStopComing } from './record-company-over.ts';

/** What a caller's no needs. */
export interface RefuseReaderDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
}

/**
 * The caller would rather not have this colleague there (design 6): it stops them at every stage until they are in the room, an
 * invitation that was sent is withdrawn, and the desk is told. Said twice, or too late, it changes nothing. False when the
 * conversation is over.
 */
export async function refuseReader(
  { unitOfWork, clock, roster }: RefuseReaderDependencies,
  { conversationId, userId }: { readonly conversationId: ConversationId; readonly userId: string },
): Promise<boolean> {
  return await unitOfWork.run(async (registers) => {
    const conversation = await registers.conversations.find(conversationId);
    if (conversation === undefined || hasEnded(conversation)) return false;
    if (announcedOf(conversation.company)?.colleague === userId) {
      const scene = { roster, now: clock.now() };
      await recordStopComing(registers, scene, { conversation, why: 'caller-refused' });
    }
    return true;
  });
}
