import { afterAbsence } from '../domain/absence.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { applyRingDecision } from './apply-ring-decision.ts';
import type { Scene } from './scene.ts';

/**
 * Goes on after the service, its database or the homeserver was away: no counsellor is blamed for a ring that could not
 * reach them, and no caller counts as gone who could not be heard. What rang is withdrawn and rings anew; what could not be
 * carried out meanwhile waits no longer.
 */
export async function resumeAfterAbsence(registers: Registers, scene: Scene): Promise<void> {
  await registers.actions.hasten(scene.now);
  for (const conversation of await registers.conversations.open()) {
    const { conversationId, phase } = conversation;
    await registers.conversations.save(afterAbsence(conversation, scene.now));
    if (phase.name !== 'waiting' || phase.ring === null) continue;
    const decision = { kind: 'withdraw', counsellor: phase.ring.counsellor } as const;
    await applyRingDecision(registers, scene, { conversationId, decision });
  }
}
