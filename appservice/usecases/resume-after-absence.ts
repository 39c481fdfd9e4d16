import { afterAbsence } from '../domain/absence.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { applyRingDecision } from './apply-ring-decision.ts';

/** What going on after an absence needs. */
export interface ResumeAfterAbsenceDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
}

/**
 * Goes on after the service, its database or the homeserver was away: no counsellor is blamed for a ring that could not
 * reach them, and no caller counts as gone who could not be heard. What rang is withdrawn and rings anew.
 */
export async function resumeAfterAbsence(dependencies: ResumeAfterAbsenceDependencies): Promise<void> {
  const { unitOfWork, clock, roster } = dependencies;
  await unitOfWork.run(async (registers) => {
    const now = clock.now();
    for (const conversation of await registers.conversations.open()) {
      const { conversationId, phase } = conversation;
      await registers.conversations.save(afterAbsence(conversation, now));
      if (phase.name !== 'waiting' || phase.ring === null) continue;
      const decision = { kind: 'withdraw', counsellor: phase.ring.counsellor } as const;
      await applyRingDecision(registers, { roster, now }, { conversationId, decision });
    }
  });
}
