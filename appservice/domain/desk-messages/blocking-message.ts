import type { CaseNumber } from '../ids.ts';
import type { Instant } from '../time.ts';

/** What became of the line a blocked caller came from: blocked as well, spared, not known, or somebody is asked (R35). */
export type BlockedLineStanding = 'blocked' | 'spared' | 'unknown' | 'asked';

/** How a block stands, as the teams are told. */
export type TeamBlockState =
  { readonly name: 'holds' } | { readonly name: 'lifted'; readonly who: string } | { readonly name: 'over' };

/** Why a conversation is not blocked, or a block not lifted. */
export type BlockingRefusal =
  | { readonly code: 'nothing-to-block' }
  | { readonly code: 'not-yours-to-block'; readonly caseNumber: CaseNumber }
  /** Over for longer than `blockAfterEndMs`. */
  | { readonly code: 'too-late-to-block'; readonly caseNumber: CaseNumber }
  /** The browser has forgotten its conversation, and the line was never known. */
  | { readonly code: 'nothing-known'; readonly caseNumber: CaseNumber }
  | { readonly code: 'already-blocked'; readonly caseNumber: CaseNumber; readonly until: Instant }
  /** Null: none at all that they may lift. */
  | { readonly code: 'no-block'; readonly caseNumber: CaseNumber | null }
  | { readonly code: 'which-block'; readonly blocks: readonly ListedBlock[] }
  | { readonly code: 'block-of-other-team'; readonly caseNumber: CaseNumber };

/** A block in a list of them. */
export type ListedBlock = { readonly caseNumber: CaseNumber; readonly until: Instant };

/** What the desk says about blocks: made, lifted, listed, doubted (R35). */
export type BlockingMessage =
  | BlockingRefusal
  /** To whoever blocked. `hasDevice`: the browser itself is blocked, not only its line. */
  | {
      readonly code: 'blocked';
      readonly caseNumber: CaseNumber;
      readonly until: Instant;
      readonly line: BlockedLineStanding;
      readonly hasDevice: boolean;
    }
  /** Somebody else may be behind the line: ✅ blocks it as well, ❌ spares it. Null: not chosen yet. */
  | {
      readonly code: 'shared-line';
      readonly caseNumber: CaseNumber;
      readonly choice: 'blocked' | 'spared' | 'over' | null;
    }
  /** In a team's desk room; `about` in that of the team it belongs to only. */
  | {
      readonly code: 'team-block';
      readonly until: Instant;
      readonly about: { readonly caseNumber: CaseNumber; readonly who: string } | null;
      readonly state: TeamBlockState;
    }
  | { readonly code: 'block-lifted'; readonly caseNumber: CaseNumber }
  /** To coordinators: nobody can start a chat, because nobody can tell who is blocked (lessons 1.10). */
  | { readonly code: 'block-list-unreadable' }
  | { readonly code: 'block-list-readable' };
