import type { DeskCommand } from '../domain/desk-command.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import { feedbackGroups, newestRemarks, type FeedbackBoxContent } from '../domain/feedback-report.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { answerOnce } from './answer-once.ts';
import type { CommandDependencies, CommandSource } from './command-scene.ts';
import { onceFor } from './once-for.ts';

/** A coordinator's `!feedback [opmerkingen]`. */
export type FeedbackQuery = CommandSource & Pick<Extract<DeskCommand, { readonly name: 'feedback' }>, 'of'>;

/** How many groups of weeks are told. */
const mostGroups = 4;

/**
 * `!feedback`: what callers answered after the end, in figures or in their own words (R38). Coordinators only. Figures are recorded with
 * the answer; of the words only that they are asked for, so that they lie in one sealed place.
 */
export async function reportFeedback(dependencies: CommandDependencies, query: FeedbackQuery): Promise<void> {
  const { member, eventId, of } = query;
  const to = member.userId;
  if (member.role !== 'coordinator') {
    await answerOnce(dependencies, { to, eventId }, () => ({
      kind: 'refusal',
      refusal: { code: 'coordinator-only' },
    }));
  } else if (of === 'figures') {
    await answerOnce(dependencies, { to, eventId }, async (registers) => {
      const groups = feedbackGroups(await contentOf(registers));
      return { kind: 'feedback', groups: groups.slice(-mostGroups) };
    });
  } else await recordRemarks(dependencies, query);
}

/** The remarks to be told now. */
export async function remarksMessage(registers: Registers): Promise<DeskMessage> {
  return { kind: 'remarks', found: newestRemarks(await contentOf(registers)) ?? null };
}

async function recordRemarks(
  { steps, unitOfWork }: CommandDependencies,
  { member, eventId }: CommandSource,
): Promise<void> {
  const reader = member.userId;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async ({ actions }) => {
        await actions.enqueue({
          key: actionKeys.cause(eventId, 'answer'),
          lane: actionLanes.desk({ own: reader }),
          conversationId: null,
          action: { kind: 'tell-remarks', reader },
        });
      }),
    ),
  );
}

async function contentOf({ feedbackBox }: Registers): Promise<FeedbackBoxContent> {
  return { rows: await feedbackBox.all(), shuffledOn: await feedbackBox.shuffledOn() };
}
