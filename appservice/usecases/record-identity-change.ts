import { suspectIdentity, type CounsellorDuty } from '../domain/duty.ts';
import { rosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/**
 * Another identity than the pinned one was seen (design 4): off duty until a coordinator confirms it. The counsellor and
 * every coordinator are told once per new key; what the counsellor has taken goes back to the pool by the dispatcher. False
 * when that key is known already.
 */
export async function recordIdentityChange(
  registers: Registers,
  scene: Scene,
  change: { readonly duty: CounsellorDuty; readonly masterKey: string },
): Promise<boolean> {
  const { duty, masterKey } = change;
  if (duty.unconfirmedMasterKey === masterKey) return false;
  await registers.duties.save(suspectIdentity(duty, masterKey, scene.now));
  const { counsellor } = duty;
  await recordDeskMessage(registers, {
    to: { own: counsellor },
    key: actionKeys.duty(counsellor, 'identity-changed', scene.now),
    message: { kind: 'duty-ended', reason: 'identity-changed' },
  });
  const who = rosterMember(scene.roster, counsellor)?.name ?? counsellor;
  for (const { userId } of scene.roster.members.filter((member) => member.role === 'coordinator')) {
    await recordDeskMessage(registers, {
      to: { own: userId },
      key: actionKeys.duty(counsellor, `confirm:${userId}`, scene.now),
      message: { kind: 'identity-to-confirm', who },
    });
  }
  return true;
}
