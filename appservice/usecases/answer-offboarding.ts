import type { DeskMessage } from '../domain/desk-message.ts';
import type { EventId, UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import { minuteMs } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes, offboardingOfKey } from './action-keys.ts';
import { offboardingQuestion } from './ask-to-offboard.ts';
import type { CommandDependencies } from './command-scene.ts';
import { recordOffboarded, whyNotOffboarded, type Offboarding } from './offboard-counsellor.ts';
import { onceFor } from './once-for.ts';
import { recordAnswer } from './record-desk-message.ts';
import type { Scene } from './scene.ts';

/** A question that lies there longer is over: a sign pressed by mistake when scrolling back closes nobody's account. */
const questionMs = 10 * minuteMs;

/** A sign under the question whether somebody leaves service, in the own desk room of whoever asked for it. */
export type OffboardingPress = {
  readonly by: UserId;
  readonly eventId: EventId;
  /** The key of the question's card. */
  readonly cardKey: string;
  readonly isYes: boolean;
};

/** ✅ puts them out of service, ❌ leaves them; who may do so is judged again, because roles change. */
export async function answerOffboarding(
  { unitOfWork, steps, clock, roster }: CommandDependencies,
  press: OffboardingPress,
): Promise<void> {
  const { by, eventId } = press;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const message = await answerIn(registers, { roster, now: clock.now() }, press);
        if (message !== undefined) await recordAnswer(registers, { to: by, eventId, message });
      }),
    ),
  );
}

async function answerIn(
  registers: Registers,
  scene: Scene,
  { by, cardKey, isYes }: OffboardingPress,
): Promise<DeskMessage | undefined> {
  const asked = offboardingOfKey(cardKey);
  const member = rosterMember(scene.roster, by);
  const leaver = scene.roster.members.find(({ userId }) => userId === asked?.leaver);
  if (asked === undefined || member === undefined) return undefined;
  if (leaver === undefined) return { kind: 'refusal', refusal: { code: 'who-is-that', who: asked.leaver } };
  const problem = await whyNotOffboarded(registers, { member, leaver });
  if (problem !== undefined) return problem;
  const isKept = await registers.actions.isRecorded(actionKeys.edit(cardKey, 'kept'));
  if (isKept || scene.now - asked.askedAt >= questionMs) {
    return { kind: 'coordination', message: { code: 'offboarding-over', who: leaver.name } };
  }
  await recordChoice(registers, { member, leaver }, { cardKey, isYes });
  return isYes ? await recordOffboarded(registers, scene, { member, leaver }) : undefined;
}

async function recordChoice(
  registers: Registers,
  offboarding: Offboarding,
  { cardKey, isYes }: Pick<OffboardingPress, 'cardKey' | 'isYes'>,
): Promise<void> {
  const state = isYes ? 'confirmed' : 'kept';
  const message = await offboardingQuestion(registers, offboarding, state);
  await registers.actions.enqueue({
    key: actionKeys.edit(cardKey, state),
    lane: actionLanes.desk({ own: offboarding.member.userId }),
    conversationId: null,
    action: { kind: 'desk-edit', of: cardKey, message: { kind: 'coordination', message } },
  });
}
