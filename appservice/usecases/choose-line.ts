import { holdsAt, type Block } from '../domain/blocking.ts';
import type { EventId, UserId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { actionKeys } from './action-keys.ts';
import { recordLineChoice } from './ask-about-line.ts';
import { onceFor } from './once-for.ts';

/** What choosing needs. */
export interface ChooseLineDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly steps: Steps;
}

/** A press under the question about a line. */
export type LinePress = {
  readonly who: UserId;
  readonly eventId: EventId;
  /** The key of the question's card. */
  readonly cardKey: string;
  readonly isToBeBlocked: boolean;
};

/**
 * ✅ blocks the line as well, for what is left of the eight hours; ❌ spares it (R35, lessons 1.9). The first press counts, and the
 * card says which; once the block is over there is nothing to choose, which the card says, too.
 */
export async function chooseLine(
  { unitOfWork, clock, steps }: ChooseLineDependencies,
  press: LinePress,
): Promise<void> {
  const { isToBeBlocked } = press;
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(press.eventId, async (registers) => {
        const now = clock.now();
        const asked = (await registers.blocks.all()).find((block) => isAskedBy(block, press));
        if (asked === undefined || asked.line === null || !holdsAt(asked, now)) return;
        const { conversationId, line, teamId } = asked;
        await registers.blocks.setLine(
          conversationId,
          isToBeBlocked ? { ...line, standing: 'blocked' } : null,
        );
        await recordLineChoice(registers, asked, isToBeBlocked ? 'blocked' : 'spared');
        if (!isToBeBlocked) return;
        const entry = { at: now, who: press.who, conversationId, subject: teamId, reason: null };
        await registers.audit.append({ ...entry, act: 'line-blocked' });
      }),
    ),
  );
}

function isAskedBy(block: Block, { cardKey, who }: LinePress): boolean {
  return block.by === who && block.line?.standing === 'asked' && actionKeys.blockQuestion(block) === cardKey;
}
