import type { CaseNumber } from '../ids.ts';
import type { CallerHints } from '../recognition.ts';

/** What the desk says about who may have called before, addresses and code words (R21, R23, R28, S6). */
export type RecognitionMessage =
  /** Never a claim: another person may sit behind the same line, and anybody may know a nickname. */
  | ({ readonly code: 'hints'; readonly caseNumber: CaseNumber } & Pick<CallerHints, 'line' | 'nicknameAt'>)
  /** Stands for a moment in the place of what is taken back right after. */
  | { readonly code: 'taken-back' };
