import type { CoordinationMessage } from '../domain/desk-messages/coordination-message.ts';
import { questionSigns } from '../domain/desk-sign.ts';
import { memberCalled } from '../domain/roster.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { conversationsOf, whyNotOffboarded, type Offboarding } from './offboard-counsellor.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer, recordDeskMessage } from './record-desk-message.ts';

/**
 * A coordinator's `!uitdienst WHO` (S30): one line with a name closes an account for good, so that it is asked first, with what they
 * still have. ✅ under the question is the one action that does it.
 */
export async function askToOffboard(
  { unitOfWork, steps, clock, roster }: CommandDependencies,
  { member, eventId, who }: CommandSource & { readonly who: string },
): Promise<void> {
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const answer = (message: Parameters<typeof recordAnswer>[1]['message']) =>
          recordAnswer(registers, { to: member.userId, eventId, message });
        if (member.role !== 'coordinator') {
          await answer({ kind: 'refusal', refusal: { code: 'coordinator-only' } });
          return;
        }
        const leaver = memberCalled(roster, who);
        const problem =
          leaver === undefined
            ? ({ kind: 'refusal', refusal: { code: 'who-is-that', who } } as const)
            : await whyNotOffboarded(registers, { member, leaver });
        if (problem !== undefined) await answer(problem);
        else if (leaver !== undefined) await recordQuestion(registers, { member, leaver }, clock.now());
      }),
    ),
  );
}

async function recordQuestion(
  registers: Registers,
  { member, leaver }: Offboarding,
  now: Instant,
): Promise<void> {
  const message = await offboardingQuestion(registers, { member, leaver }, 'asked');
  await recordDeskMessage(registers, {
    to: { own: member.userId },
    key: actionKeys.offboarding(member.userId, leaver.userId, now),
    message: { kind: 'coordination', message },
    signs: questionSigns,
  });
}

/** The question in a state, with what they have now. */
export async function offboardingQuestion(
  registers: Registers,
  { leaver }: Offboarding,
  state: Extract<CoordinationMessage, { readonly code: 'offboarding' }>['state'],
): Promise<CoordinationMessage> {
  const { userId, name } = leaver;
  const conversations = (await conversationsOf(registers, userId)).length;
  const unregistered = (await registers.contactForms.of(userId)).length;
  return { code: 'offboarding', who: name, conversations, unregistered, state };
}
