import type { ConversationId, UserId } from '../domain/ids.ts';
import type { Reopening } from '../domain/reopening.ts';
import type { Instant } from '../domain/time.ts';
import type { Clock } from '../ports/clock.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordInviteRevoked } from './record-invite-right.ts';

/** What ending reopenings needs. */
export interface EndReopeningsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Takes everybody out of an ended conversation's room for whom it was open again, once their hour is over (design 6). */
export async function endReopenings({ unitOfWork, clock }: EndReopeningsDependencies): Promise<void> {
  await unitOfWork.run((registers) => recordReadingsOver(registers, { until: clock.now() }));
}

/**
 * Records that those leave for whom it was open until then, or for whom it was open at all: of one person and of whom they shared
 * with, or of everybody.
 */
export async function recordReadingsOver(
  registers: Registers,
  which: { readonly until: Instant } | { readonly of: UserId } | 'all',
): Promise<void> {
  const until = typeof which === 'object' && 'until' in which ? which.until : Number.MAX_SAFE_INTEGER;
  const found = await registers.reopenings.over(until);
  const isMeant = ({ person, sharedBy }: Reopening): boolean =>
    typeof which !== 'object' || !('of' in which) || person === which.of || sharedBy === which.of;
  await recordOver(registers, found.filter(isMeant));
}

async function recordOver(
  registers: Registers,
  readings: readonly (Reopening & { readonly conversationId: ConversationId })[],
): Promise<void> {
  for (const { conversationId, person, until, sharedBy } of readings) {
    await registers.reopenings.remove(conversationId, person);
    const conversation = await registers.conversations.find(conversationId);
    const roomId = conversation?.roomId ?? null;
    if (roomId === null) continue;
    if (sharedBy === null) {
      const key = actionKeys.readingOver(conversationId, person, until);
      await recordInviteRevoked(registers, { conversationId, roomId, person, key });
    }
    await registers.actions.enqueue({
      key: actionKeys.readingOver(conversationId, person, until),
      lane: actionLanes.room(roomId),
      conversationId,
      action: { kind: 'remove', roomId, counsellor: person, reason: 'read-again' },
    });
  }
}
