import type { CaseNumber } from '../ids.ts';
import type { CounsellorNote } from '../rhythm.ts';

/** What the desk says about how a conversation goes on: rhythm, snippets, the end of a shift (R15, S5, S40). */
export type CourseMessage =
  /** At 60 it asks what the counsellor chooses. */
  | {
      readonly code: 'rhythm';
      readonly note: CounsellorNote;
      readonly talkedMinutes: number;
      readonly caseNumber: CaseNumber;
    }
  | { readonly code: 'rounding-off'; readonly caseNumber: CaseNumber }
  /** After an hour, or although their shift is over (S40). */
  | { readonly code: 'going-on'; readonly caseNumber: CaseNumber; readonly isShiftOver: boolean }
  /** Whoever pressed "go on" has to say why (R15). */
  | { readonly code: 'why-go-on'; readonly caseNumber: CaseNumber }
  /** Their shift is over, and for each of these they choose what becomes of it (S40). */
  | {
      readonly code: 'shift-ended';
      readonly reason: 'own' | 'closing-time' | 'unseen';
      readonly caseNumbers: readonly CaseNumber[];
    }
  /** They have not chosen yet. After the last time the coordinators hear. */
  | { readonly code: 'shift-choice'; readonly caseNumber: CaseNumber; readonly isLast: boolean }
  /** For a coordinator: somebody off duty was asked often enough, and has not chosen. */
  | { readonly code: 'choice-overdue'; readonly who: string; readonly caseNumber: CaseNumber }
  /** For a coordinator: the devices of whoever has it are not to be seen. */
  | { readonly code: 'counsellor-gone'; readonly who: string; readonly caseNumber: CaseNumber }
  /** Which snippets there are; `unknown` is what was asked for and is none of them. */
  | { readonly code: 'snippets'; readonly names: readonly string[]; readonly unknown: string | null }
  /** The words of a snippet, to be copied as they are. */
  | { readonly code: 'snippet'; readonly words: string };
