import type { EndedBy } from '../domain/conversation.ts';
import type { ConversationId } from '../domain/ids.ts';
import { refusal, success, type Result } from '../domain/result.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordEnd } from './record-end.ts';

/** What ending a conversation needs. */
export interface EndConversationDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly roster: Roster;
  readonly eventLog: EventLog;
}

/** Why there was nothing to end; asked twice, the second time nothing happens. */
export type EndRefusal = { readonly code: 'unknown-conversation' | 'already-ended' };

/**
 * Ends a conversation for its caller (design 5.10), or at once on quick exit (S3): the slot is free when this returns, the
 * room is emptied and the device logged out right after, and the counsellor is told which of the two it was. A start whose room is not
 * made yet ends too: the room that comes too late is closed by whoever made it.
 */
export async function endConversation(
  { unitOfWork, clock, steps, roster, eventLog }: EndConversationDependencies,
  ending: {
    readonly conversationId: ConversationId;
    readonly by: Extract<EndedBy, 'caller' | 'exit' | 'failure'>;
  },
): Promise<Result<undefined, EndRefusal>> {
  const ended = await steps.step('end.recorded', () =>
    unitOfWork.run(async (registers) => {
      const conversation = await registers.conversations.find(ending.conversationId);
      if (conversation === undefined) return undefined;
      return await recordEnd(registers, { roster, now: clock.now() }, { conversation, by: ending.by });
    }),
  );
  if (ended === undefined) return refusal({ code: 'unknown-conversation' });
  if (!ended) return refusal({ code: 'already-ended' });
  eventLog.log({ event: 'conversation.ended', code: ending.by });
  return success(undefined);
}
