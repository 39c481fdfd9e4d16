import type { AuditedAct } from '../audit.ts';
import type { CaseNumber, UserId } from '../ids.ts';
import type { AftermathRefusal } from '../reopening.ts';
import type { Instant } from '../time.ts';

/** One line of `!inzage`. */
export type LookedLine = {
  readonly at: Instant;
  readonly act: AuditedAct;
  readonly who: string;
  /** The colleague or the team it is about; null when it is about neither. */
  readonly subject: string | null;
  /** Null when none was given, or when it is gone with the conversation. */
  readonly reason: string | null;
};

/** What the desk says about conversations that are over: reopened, shared, looked at (R53, R55, S32). */
export type AftermathMessage =
  | { readonly code: 'refused'; readonly refusal: AftermathRefusal }
  | {
      readonly code: 'reopened';
      readonly caseNumber: CaseNumber;
      readonly until: Instant;
      /** It was open for them already: the invitation is there again, the hour is not. */
      readonly isAgain: boolean;
    }
  /** To the participant: until when it is open for both, and what to write in its room. */
  | {
      readonly code: 'shared';
      readonly caseNumber: CaseNumber;
      readonly until: Instant;
      readonly who: string;
      readonly colleague: UserId;
    }
  /** To the colleague. */
  | {
      readonly code: 'shared-with-you';
      readonly caseNumber: CaseNumber;
      readonly until: Instant;
      readonly who: string;
    }
  /** To the participant, once their invitation was seen. */
  | { readonly code: 'invited'; readonly caseNumber: CaseNumber; readonly who: string }
  /** To whoever invited somebody into the room of an ended conversation, who is out again. */
  | { readonly code: 'stranger'; readonly caseNumber: CaseNumber; readonly stranger: UserId }
  /** Oldest first. Never recorded, because reasons stand in it: it is put together when it is said. */
  | {
      readonly code: 'looked';
      readonly caseNumber: CaseNumber;
      readonly lines: readonly LookedLine[];
      /** Lines before them that are left out. */
      readonly earlier: number;
    };
