import { areComparable } from '../domain/blocking.ts';
import type { Clock } from '../ports/clock.ts';
import { failureCode } from '../ports/failure-code.ts';
import type { RecognitionKeys } from '../ports/recognition-keys.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';

/** What telling who is blocked needs. */
export interface BlockListDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly recognitionKeys: RecognitionKeys;
  readonly clock: Clock;
}

/** What a list of blocks, or a key it is compared by, fails with when it is missing or cannot be read. */
const unreadable: readonly string[] = ['blocks-unreadable', 'recognition-keys-unreadable'];

/** Whether a failure means that nobody can tell who is blocked: then nobody is let in (lessons 1.10). */
export function isBlockListFailure(error: unknown): boolean {
  return unreadable.includes(failureCode(error));
}

/** Whether the list of blocks can be read, and every key that one of them needs. What fails by itself for a moment is thrown. */
export async function canTellWhoIsBlocked(dependencies: BlockListDependencies): Promise<boolean> {
  const { unitOfWork, recognitionKeys, clock } = dependencies;
  try {
    const keys = await recognitionKeys.alive();
    const blocks = await unitOfWork.read((registers) => registers.blocks.all());
    return areComparable(
      blocks,
      keys.map(({ id }) => id),
      clock.now(),
    );
  } catch (error) {
    if (!isBlockListFailure(error)) throw error;
    return false;
  }
}
