import type { CompanyPurpose } from '../company.ts';
import type { CaseNumber, UserId } from '../ids.ts';
import type { Province } from '../roster.ts';

/** How a card that asks a colleague to come stands; it is edited as this changes (design 7). */
export type CompanyCardState =
  | 'open'
  /** They said that they come; the caller is told now. */
  | 'coming'
  | 'came'
  | 'declined'
  | 'missed'
  /** A colleague comes, or the conversation is over. */
  | 'withdrawn'
  | 'caller-refused'
  | 'not-invited'
  | 'not-joined'
  | 'identity-changed'
  /** They work here no more. */
  | 'left-service';

/** Why a colleague who was asked does not come. */
export type NotComing = Extract<
  CompanyCardState,
  | 'declined'
  | 'missed'
  | 'withdrawn'
  | 'caller-refused'
  | 'not-invited'
  | 'not-joined'
  | 'identity-changed'
  | 'left-service'
>;

/** Why somebody reads along no more, or is out of the room. */
export type ReadingOver =
  | 'stopped'
  | 'left'
  | 'identity-changed'
  | 'left-service'
  /** The conversation is over. */
  | 'ended'
  /** Its counsellor has it no more, and it waits for another one. */
  | 'returned';

/** Why the desk refuses something about company; each is answered in one plain sentence with the way out. */
export type CompanyRefusal =
  | { readonly code: 'who-is-that'; readonly who: string }
  | { readonly code: 'yourself'; readonly caseNumber: CaseNumber; readonly purpose: CompanyPurpose }
  | { readonly code: 'not-in-room'; readonly caseNumber: CaseNumber }
  | { readonly code: 'already-in'; readonly caseNumber: CaseNumber; readonly who: string }
  /** The caller said no to them before (R25). */
  | { readonly code: 'caller-refused'; readonly caseNumber: CaseNumber; readonly who: string }
  | { readonly code: 'somebody-coming'; readonly caseNumber: CaseNumber }
  | { readonly code: 'has-successor'; readonly caseNumber: CaseNumber }
  | { readonly code: 'left-service'; readonly who: string }
  | { readonly code: 'never-on-duty'; readonly who: string }
  | { readonly code: 'colleague-identity'; readonly who: string }
  | { readonly code: 'colleague-off-duty'; readonly who: string }
  | { readonly code: 'colleague-busy'; readonly who: string }
  | { readonly code: 'no-successor'; readonly caseNumber: CaseNumber }
  /** Whoever is asked was refused by the caller before (R25). */
  | { readonly code: 'unwanted'; readonly caseNumber: CaseNumber }
  /** Whoever is asked has another identity than the pinned one, or is off duty now. */
  | { readonly code: 'own-identity' }
  | { readonly code: 'own-keys-unknown'; readonly caseNumber: CaseNumber }
  | { readonly code: 'off-duty'; readonly caseNumber: CaseNumber }
  /** A card that is over. */
  | { readonly code: 'not-asked-any-more'; readonly caseNumber: CaseNumber }
  /** A coordinator answers while somebody else is coming: one at a time. */
  | { readonly code: 'one-at-a-time'; readonly caseNumber: CaseNumber }
  | { readonly code: 'already-called'; readonly caseNumber: CaseNumber }
  | { readonly code: 'nobody-to-call'; readonly caseNumber: CaseNumber };

/** A colleague as a counsellor reads of them: the name, and the team when it is another one. */
export type NamedColleague = { readonly who: string; readonly team: string | null };

/** What the desk says about hand-over, consult, help call and what the caller said to it (R25, R54, S40, S43). */
export type CompanyMessage =
  | {
      readonly code: 'card';
      readonly caseNumber: CaseNumber;
      readonly from: string;
      readonly purpose: CompanyPurpose | 'help';
      readonly province: Province | null;
      readonly state: CompanyCardState;
    }
  | { readonly code: 'refusal'; readonly refusal: CompanyRefusal }
  | ({
      readonly code: 'asked' | 'coming' | 'came';
      readonly caseNumber: CaseNumber;
      readonly purpose: CompanyPurpose;
    } & NamedColleague)
  | {
      readonly code: 'not-coming';
      readonly caseNumber: CaseNumber;
      readonly who: string;
      readonly purpose: CompanyPurpose | 'help';
      readonly why: NotComing;
    }
  /** The counsellor shares by their own program: the words to write in Element, now. */
  | {
      readonly code: 'share-now';
      readonly caseNumber: CaseNumber;
      readonly who: string;
      readonly colleague: UserId;
    }
  | { readonly code: 'invitation-seen'; readonly caseNumber: CaseNumber; readonly who: string }
  | { readonly code: 'help-called'; readonly caseNumber: CaseNumber; readonly names: readonly string[] }
  | { readonly code: 'help-unanswered'; readonly caseNumber: CaseNumber }
  /** To the counsellor: a reader is out. */
  | {
      readonly code: 'reader-gone';
      readonly caseNumber: CaseNumber;
      readonly who: string;
      readonly why: ReadingOver;
    }
  /** To the reader: they read no more. */
  | { readonly code: 'reading-over'; readonly caseNumber: CaseNumber; readonly why: ReadingOver }
  | { readonly code: 'handed-over'; readonly caseNumber: CaseNumber; readonly who: string }
  /** Somebody invited a person whom the desk has not named. */
  | { readonly code: 'stranger'; readonly caseNumber: CaseNumber; readonly stranger: UserId };
