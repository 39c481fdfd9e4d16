import type { LeftBehind } from '../start/elsewhere.ts';
import type { Finding } from './finding.ts';

/** What the doctor says of folders outside of any clone: one of them a line. */
export function leftBehind(found: readonly LeftBehind[]): Finding {
  if (found.length === 0) return { isWell: true, sentence: 'nothing of a clone that is gone.' };
  return {
    isWell: true,
    sentence: 'folders that no clone is known to need; remove those whose clone is gone by "rm -r".',
    lines: found.map(({ folder, owner }) =>
      owner === undefined ? `${folder} (nobody noted whose)` : `${folder} (${owner} is gone)`,
    ),
  };
}
