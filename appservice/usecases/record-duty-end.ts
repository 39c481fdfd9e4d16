import { goOff, type CounsellorDuty } from '../domain/duty.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/** Ends somebody's duty without their own word, and tells them why (design 7). Running conversations go on. */
export async function recordDutyEnd(
  registers: Registers,
  duty: CounsellorDuty,
  end: { readonly reason: 'closing-time' | 'unseen'; readonly now: Instant },
): Promise<void> {
  await registers.duties.save(goOff(duty, end.now));
  await recordDeskMessage(registers, {
    to: { own: duty.counsellor },
    key: actionKeys.duty(duty.counsellor, end.reason, end.now),
    message: { kind: 'duty-ended', reason: end.reason },
  });
}
