import { goOff, type CounsellorDuty } from '../domain/duty.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { conversationsToChooseFor, shiftEnded } from './ask-for-choice.ts';
import { recordDeskMessage } from './record-desk-message.ts';

/**
 * Ends somebody's duty without their own word, and tells them why (design 7). Running conversations go on; whoever has one is
 * rung to choose what becomes of it (S40).
 */
export async function recordDutyEnd(
  registers: Registers,
  duty: CounsellorDuty,
  end: { readonly reason: 'closing-time' | 'unseen'; readonly now: Instant },
): Promise<void> {
  const off = goOff(duty, end.now);
  await registers.duties.save(off);
  const open = await conversationsToChooseFor(registers, off);
  await recordDeskMessage(registers, {
    to: { own: duty.counsellor },
    key: actionKeys.duty(duty.counsellor, end.reason, end.now),
    ...(open.length > 0
      ? { message: shiftEnded(end.reason, open), mention: duty.counsellor }
      : { message: { kind: 'duty-ended', reason: end.reason } }),
  });
}
