import { holdsAt } from '../domain/blocking.ts';
import type { Roster } from '../domain/roster.ts';
import type { Clock } from '../ports/clock.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { recordBlockOver } from './record-block.ts';

/** What ending blocks needs. */
export interface EndBlocksDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly roster: Roster;
}

/**
 * Puts away the blocks whose eight hours are over, and says so on the teams' cards. Nobody waits for it: a block holds until its
 * last instant and not a second longer, whenever this runs (R35).
 */
export async function endBlocks({ unitOfWork, clock, roster }: EndBlocksDependencies): Promise<void> {
  const isOver = (block: Parameters<typeof holdsAt>[0]) => !holdsAt(block, clock.now());
  if (!(await unitOfWork.read(({ blocks }) => blocks.all())).some(isOver)) return;
  await unitOfWork.run(async (registers) => {
    for (const block of (await registers.blocks.all()).filter(isOver)) {
      await recordBlockOver(registers, roster, { block, state: { name: 'over' } });
    }
  });
}
