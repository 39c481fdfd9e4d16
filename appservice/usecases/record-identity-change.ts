import { isOtherIdentity, suspectIdentity, type CounsellorDuty, type SeenIdentity } from '../domain/duty.ts';
import { rosterMember } from '../domain/roster.ts';
import { sessionCode } from '../domain/session-code.ts';
import { coordinatorsFor } from '../domain/shift-end.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** Somebody's identity as it was just seen, and what is known of them. */
export type SeenChange = { readonly duty: CounsellorDuty | undefined; readonly identity: SeenIdentity };

/** A coordinator compares no more sessions than this by telephone; whoever has more was shown the first ones. */
const mostCodes = 3;

/** Records what was seen if it is another identity than the pinned one; false when it is not, or when that key is known already. */
export async function recordSeenIdentity(
  registers: Registers,
  scene: Scene,
  { duty, identity }: SeenChange,
): Promise<boolean> {
  const { masterKey, sessionKeys } = identity;
  if (duty === undefined || masterKey === null || !isOtherIdentity(duty, masterKey)) return false;
  return await recordIdentityChange(registers, scene, { duty, masterKey, sessionKeys });
}

/**
 * Another identity than the pinned one was seen (design 4): off duty until a coordinator confirms it. The counsellor and
 * the coordinators who may confirm it are rung once per new key; what the counsellor has taken goes back to the pool by the
 * dispatcher. False when that key is known already.
 */
async function recordIdentityChange(
  registers: Registers,
  scene: Scene,
  change: {
    readonly duty: CounsellorDuty;
    readonly masterKey: string;
    readonly sessionKeys: readonly string[];
  },
): Promise<boolean> {
  const { duty, masterKey, sessionKeys } = change;
  if (duty.unconfirmedMasterKey === masterKey) return false;
  await registers.duties.save(suspectIdentity(duty, masterKey, scene.now));
  const { counsellor } = duty;
  await recordDeskMessage(registers, {
    to: { own: counsellor },
    key: actionKeys.duty(counsellor, 'identity-changed', scene.now),
    message: { kind: 'duty-ended', reason: 'identity-changed' },
    mention: counsellor,
  });
  const who = rosterMember(scene.roster, counsellor)?.name ?? counsellor;
  const codes = sessionKeys.slice(0, mostCodes).map(sessionCode);
  for (const userId of coordinatorsFor(scene.roster, counsellor)) {
    await recordDeskMessage(registers, {
      to: { own: userId },
      key: actionKeys.duty(counsellor, `confirm:${userId}`, scene.now),
      message: { kind: 'identity-to-confirm', who, codes },
      mention: userId,
    });
  }
  return true;
}
