import type { Conversation } from '../domain/conversation.ts';
import type { ConversationId, RoomId } from '../domain/ids.ts';
import { ringLimits } from '../domain/ringing.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import { failureCode, isCoded } from '../ports/failure-code.ts';
import type { CallerRegistrar, RoomCreator } from '../ports/homeserver.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordEnd } from './record-end.ts';

/** What giving up a start needs. */
export interface GiveUpStartDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly registrar: CallerRegistrar;
  readonly rooms: RoomCreator;
  readonly roster: Roster;
  readonly eventLog: EventLog;
}

/**
 * Ends a conversation that never came to a room. A crash may have left a room nobody recorded: making it is
 * idempotent, so it is asked for once more and closed. While the homeserver fails the reservation stays (nobody could
 * start then anyway) and the next tick tries again, for `ringLimits.goneMs` at most.
 */
export async function giveUpStart(
  dependencies: GiveUpStartDependencies,
  conversation: Conversation,
): Promise<void> {
  const { steps, clock } = dependencies;
  const roomId = await findRoom(dependencies, conversation);
  const isOverdue = clock.now() - conversation.createdAt >= ringLimits.goneMs;
  if (roomId === null && !isOverdue) return;
  const hasEndedNow = await steps.step('start.given-up', () =>
    recordGivenUp(dependencies, conversation.conversationId, roomId),
  );
  if (hasEndedNow) dependencies.eventLog.log({ event: 'conversation.ended', code: 'failure' });
}

async function findRoom(
  { steps, registrar, rooms, eventLog }: GiveUpStartDependencies,
  { caller, callerDevice, caseNumber }: Conversation,
): Promise<RoomId | null> {
  try {
    await steps.step('start.registered', () => registrar.register(caller, callerDevice));
    return await steps.step('start.room-made', () => rooms.createRoom(caller, caseNumber));
  } catch (error) {
    if (!isCoded(error)) throw error;
    eventLog.log({ event: 'job.failed', job: 'give-up-start', code: failureCode(error) });
    return null;
  }
}

function recordGivenUp(
  { unitOfWork, clock, roster }: GiveUpStartDependencies,
  conversationId: ConversationId,
  roomId: RoomId | null,
): Promise<boolean> {
  return unitOfWork.run(async (registers) => {
    const current = await registers.conversations.find(conversationId);
    if (current?.phase.name !== 'starting') return false;
    const conversation = { ...current, roomId };
    return await recordEnd(registers, { roster, now: clock.now() }, { conversation, by: 'failure' });
  });
}
