import type { Clock } from '../ports/clock.ts';
import type { Registers, UnitOfWork } from '../ports/unit-of-work.ts';
import type { Instant } from '../domain/time.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { recordInviteRevoked } from './record-invite-right.ts';

/** What ending reopenings needs. */
export interface EndReopeningsDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
}

/** Takes everybody out of an ended conversation's room for whom it was open again, once their hour is over (design 6). */
export async function endReopenings({ unitOfWork, clock }: EndReopeningsDependencies): Promise<void> {
  await unitOfWork.run((registers) => endOver(registers, clock.now()));
}

async function endOver(registers: Registers, now: Instant): Promise<void> {
  for (const { conversationId, person, until, sharedBy } of await registers.reopenings.over(now)) {
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
