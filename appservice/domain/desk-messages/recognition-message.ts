import type { CaseNumber } from '../ids.ts';
import type { CallerHints } from '../recognition.ts';
import type { Instant } from '../time.ts';

/** What the desk says about who may have called before, addresses and code words (R21, R23, R28, S6). */
export type RecognitionMessage =
  /** Never a claim: another person may sit behind the same line, and anybody may know a nickname. */
  | ({
      readonly code: 'hints';
      readonly caseNumber: CaseNumber;
      /** A code word was agreed on in that conversation, which can be compared (S6). */
      readonly hasCodeWord: boolean;
    } & Pick<CallerHints, 'line' | 'nicknameAt'>)
  /** What came of a code word, which itself is never said. */
  | { readonly code: 'word-agreed' | 'word-locked'; readonly caseNumber: CaseNumber }
  | { readonly code: 'word-right'; readonly caseNumber: CaseNumber; readonly startedAt: Instant }
  | { readonly code: 'word-wrong'; readonly caseNumber: CaseNumber; readonly triesLeft: number }
  | { readonly code: 'no-word-here' | 'no-word' }
  /** Where a conversation came from, or `unknown`; never recorded, and taken back at the end (R21, R22). */
  | {
      readonly code: 'address';
      readonly caseNumber: CaseNumber;
      readonly address: string;
      readonly startedAt: Instant;
    }
  /** Of another's conversation, or of none: the same sentence. */
  | { readonly code: 'not-yours' }
  /** They had it or read it, and it is over. */
  | { readonly code: 'address-over'; readonly caseNumber: CaseNumber }
  /** With `break-glass`: to whoever asked, and to everybody who may agree. */
  | { readonly code: 'address-asked'; readonly caseNumber: CaseNumber; readonly isAfterNo: boolean }
  | {
      readonly code: 'address-question';
      readonly caseNumber: CaseNumber;
      readonly who: string;
      /** Somebody said no before: silence does not show it any more. */
      readonly isAfterNo: boolean;
    }
  | { readonly code: 'address-declined'; readonly caseNumber: CaseNumber; readonly who: string }
  | { readonly code: 'question-answered'; readonly who: string; readonly isAgreed: boolean }
  | { readonly code: 'question-over' }
  /** To coordinators: nobody answered in time, and the address was shown. */
  | {
      readonly code: 'review-due';
      readonly caseNumber: CaseNumber;
      readonly who: string;
      readonly at: Instant;
    }
  /** Stands for a moment in the place of what is taken back right after. */
  | { readonly code: 'taken-back' };
