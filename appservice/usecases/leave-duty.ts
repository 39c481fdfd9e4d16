import type { DeskMessage } from '../domain/desk-message.ts';
import { goOff, pauseByWish } from '../domain/duty.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { answerOnce } from './answer-once.ts';
import { conversationsToChooseFor, shiftEnded } from './ask-for-choice.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';

/** Somebody stops for today, or for a while. */
export type Leaving = CommandSource & { readonly state: 'off' | 'paused' };

/**
 * `!uit` and `!pauze`: no new conversations; running ones go on (design 7), and what rings now goes to the next one. Whoever
 * stops for today chooses what becomes of each of theirs (S40).
 */
export async function leaveDuty(dependencies: CommandDependencies, leaving: Leaving): Promise<void> {
  const { member, eventId } = leaving;
  await answerOnce(dependencies, { to: member.userId, eventId }, (registers) =>
    leaveIn(registers, leaving, dependencies.clock.now()),
  );
}

async function leaveIn(registers: Registers, { member, state }: Leaving, now: Instant): Promise<DeskMessage> {
  const duty = await registers.duties.find(member.userId);
  if (state === 'paused' && (duty === undefined || duty.state === 'off')) {
    return { kind: 'refusal', refusal: { code: 'pause-while-off' } };
  }
  const left = duty && (state === 'off' ? goOff(duty, now) : pauseByWish(duty, now));
  if (left !== undefined) {
    await registers.duties.save(left);
    const open = await conversationsToChooseFor(registers, left);
    if (open.length > 0) return shiftEnded('own', open);
  }
  return { kind: 'duty', state, isFirstTime: false, opensAt: null };
}
