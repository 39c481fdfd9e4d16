import type { CallerConnection } from './connection.ts';
import type { EndedBy, ReturnReason } from './conversation.ts';
import type { CompanyMessage } from './desk-messages/company-message.ts';
import type { BlockingMessage } from './desk-messages/blocking-message.ts';
import type { RecognitionMessage } from './desk-messages/recognition-message.ts';
import type { CourseMessage } from './desk-messages/course-message.ts';
import type { AftermathMessage } from './desk-messages/aftermath-message.ts';
import type { RegisterMessage } from './desk-messages/register-message.ts';
import type { CoordinationMessage } from './desk-messages/coordination-message.ts';
import type { DeskRoomMessage } from './desk-messages/desk-room-message.ts';
import type { CommandProblem } from './desk-command.ts';
import type { DutyEndReason, DutyState } from './duty.ts';
import type { FaultReport } from './fault-report.ts';
import type { FeedbackGroup, FeedbackRemarks } from './feedback-report.ts';
import type { CaseNumber } from './ids.ts';
import type { NotMeant } from './meant-conversation.ts';
import type { Province } from './roster.ts';
import type { Instant } from './time.ts';

/** How a card with a hand stands; a card is edited as this changes, never repeated (design 7). */
export type CardState =
  /** Rings for this counsellor, or lies open in a team desk room. */
  | { readonly name: 'open' }
  /** Taken; in an own desk room by its reader, in a team desk room by `who`. */
  | { readonly name: 'taken'; readonly who: string | null }
  | { readonly name: 'passed' }
  | { readonly name: 'missed' }
  /** Somebody else has it, or the caller has gone: nothing to do any more. */
  | { readonly name: 'withdrawn' }
  /** Its reader is in the room; how the caller is connected (S42). `talkingSince` is null before their first word. */
  | { readonly name: 'held'; readonly talkingSince: Instant | null; readonly connection: CallerConnection }
  /** Whoever took it has it no more. */
  | { readonly name: 'returned' }
  /** A colleague has taken it over, or its reader has, from a colleague who is named (S40). */
  | { readonly name: 'handed-over'; readonly to: string }
  | { readonly name: 'received'; readonly from: string }
  | { readonly name: 'ended' }
  /** The caller left by the quick exit: nothing may be sent any more (S3, S42). */
  | { readonly name: 'left-quickly' };

/** Why the desk refuses what was asked; each is answered in one plain sentence with the way out. */
export type DeskRefusal =
  | { readonly code: 'not-in-roster' }
  | { readonly code: 'no-cross-signing' }
  | { readonly code: 'no-signed-device' }
  | { readonly code: 'identity-changed' }
  | { readonly code: 'not-on-duty' }
  | { readonly code: 'pause-while-off' }
  | { readonly code: 'no-free-slot' }
  /** The caller would rather not have them (R25). */
  | { readonly code: 'caller-refused' }
  | { readonly code: 'nothing-to-take' }
  | { readonly code: 'nothing-rings' }
  /** `who` has it; null for somebody who is not in the roster any more. */
  | { readonly code: 'already-taken'; readonly caseNumber: CaseNumber; readonly who: string | null }
  /** Somebody else waits longer; going before them needs a reason (S39). */
  | { readonly code: 'waits-longer'; readonly caseNumber: CaseNumber; readonly longer: CaseNumber }
  | NotMeant
  | { readonly code: 'coordinator-only' }
  /** Something failed on our side; nothing was done. */
  | { readonly code: 'fault' }
  | { readonly code: 'time-already-past' }
  | { readonly code: 'not-closed' }
  | { readonly code: 'who-is-that'; readonly who: string }
  | { readonly code: 'nothing-to-confirm'; readonly who: string }
  /** The code is not of a session that vouches for the keys that are there now. */
  | { readonly code: 'other-code'; readonly who: string }
  /** While somebody was asked, other keys came again. */
  | { readonly code: 'changed-again'; readonly who: string }
  | { readonly code: 'their-keys-not-seen'; readonly who: string }
  /** The keys that ask are not the ones the desk knows (design 4): it does nothing for them. */
  | { readonly code: 'keys-in-doubt' }
  /** Whose keys ask cannot be looked up now, and for this they must be. */
  | { readonly code: 'keys-not-seen' }
  /** Nobody confirms their own new identity: it takes a second person. */
  | { readonly code: 'not-yourself' }
  /** The desk could not decrypt what was written. */
  | { readonly code: 'not-read' }
  /** What was written is not end-to-end encrypted: the desk does not act on it. */
  | { readonly code: 'not-encrypted' };

/** One line of `!wie`. */
export type DutyLine = {
  readonly name: string;
  readonly team: string | null;
  readonly state: DutyState;
  readonly isBusy: boolean;
};

/** Everything the desk may say, as data; `desk-words.ts` puts it into Dutch. Nothing of what a caller says in a conversation, ever. */
export type DeskMessage =
  | {
      readonly kind: 'card';
      readonly caseNumber: CaseNumber;
      /** Where the caller says to be; shown as "regio", never as proof. */
      readonly province: Province | null;
      /** Shown as a tag when the card lies with another province's team. */
      readonly isOtherProvince: boolean;
      readonly waitingSince: Instant;
      readonly state: CardState;
    }
  | { readonly kind: 'welcome'; readonly name: string }
  | {
      readonly kind: 'duty';
      readonly state: DutyState;
      readonly isFirstTime: boolean;
      /** When callers can come, for who comes on before; null when they can now, or when that is not known. */
      readonly opensAt: Instant | null;
    }
  | { readonly kind: 'duty-ended'; readonly reason: DutyEndReason }
  /** To who missed a ring and is paused ever since: somebody waits, or callers find nobody. */
  | { readonly kind: 'still-paused'; readonly isSomebodyWaiting: boolean }
  | { readonly kind: 'who'; readonly lines: readonly DutyLine[] }
  | { readonly kind: 'help'; readonly isCoordinator: boolean }
  | { readonly kind: 'refusal'; readonly refusal: DeskRefusal }
  | { readonly kind: 'command-problem'; readonly problem: CommandProblem }
  | { readonly kind: 'passed'; readonly caseNumber: CaseNumber }
  /** Something for the desk was written into a conversation; its caller's browser has shown nothing of it. */
  | { readonly kind: 'misplaced'; readonly caseNumber: CaseNumber }
  | { readonly kind: 'nudge'; readonly caseNumber: CaseNumber }
  | { readonly kind: 'returned'; readonly caseNumber: CaseNumber; readonly reason: ReturnReason }
  | {
      readonly kind: 'conversation-ended';
      readonly caseNumber: CaseNumber;
      readonly by: EndedBy;
      /** A counsellor was in it, so its contact is on their list (R62). */
      readonly isToRegister: boolean;
      /** Its counsellor is off duty already. */
      readonly isOff: boolean;
    }
  | { readonly kind: 'helpline-closed'; readonly until: Instant | null; readonly who: string }
  | { readonly kind: 'helpline-opened'; readonly who: string }
  /** The codes of the sessions that vouch for the new identity (`session-code.ts`); none when no session does. */
  | { readonly kind: 'identity-to-confirm'; readonly who: string; readonly codes: readonly string[] }
  | { readonly kind: 'identity-confirmed'; readonly who: string }
  | { readonly kind: 'fault'; readonly report: FaultReport }
  /** Oldest first; none when there are too few answers. */
  | { readonly kind: 'feedback'; readonly groups: readonly FeedbackGroup[] }
  /** Null when there are none. Never recorded: it is put together when it is said. */
  | { readonly kind: 'remarks'; readonly found: FeedbackRemarks | null }
  | { readonly kind: 'company'; readonly message: CompanyMessage }
  | { readonly kind: 'blocking'; readonly message: BlockingMessage }
  | { readonly kind: 'recognition'; readonly message: RecognitionMessage }
  | { readonly kind: 'course'; readonly message: CourseMessage }
  | { readonly kind: 'aftermath'; readonly message: AftermathMessage }
  | { readonly kind: 'register'; readonly message: RegisterMessage }
  | { readonly kind: 'coordination'; readonly message: CoordinationMessage }
  | { readonly kind: 'desk-room'; readonly message: DeskRoomMessage };
