import type {
  SecurityReport,
  StartedConversation,
  StartRequest,
} from '../../../appservice/contract/conversation.ts';
import type { MisplacedReport } from '../../../appservice/contract/misplaced.ts';
import type { HandOverReport, ReaderRefusal } from '../../../appservice/contract/readers.ts';
import type { ToWorker } from '../../worker-messages.ts';
import type { FeedbackReport } from '../../../appservice/contract/feedback.ts';
import type { FaultWishes } from './fault-form.ts';
import type { Intake } from './intake.ts';
import type { Language } from './language.ts';
import type { Wording } from './wording.ts';

/** What the state knows of a start request; the version of the notice is a setting. */
export type StartWishes = Omit<StartRequest, 'noticeVersion'>;

/** What is to be done outside because of a change; `main.tsx` carries it out. */
export type Effect =
  | { readonly kind: 'crypto'; readonly order: ToWorker }
  /** Send the intake as the first encrypted message, in Dutch, for the counsellor (design 5.7). */
  | { readonly kind: 'introduce'; readonly intake: Intake; readonly language: Language }
  /** Load these words and tell whether they came. */
  | { readonly kind: 'load-texts'; readonly wording: Wording }
  /** Keep the caller's own choice as long as the browser runs (R84). */
  | { readonly kind: 'remember-language'; readonly language: Language }
  | { readonly kind: 'follow-status'; readonly isWanted: boolean }
  /** Tell, after a while, that the encryption is still not there. */
  | { readonly kind: 'remind-of-preparing' }
  | { readonly kind: 'start-conversation'; readonly request: StartWishes }
  /** Ask the service for the conversation of an earlier page (R27); `isTakenOver` takes it from another tab. */
  | { readonly kind: 'resume'; readonly isTakenOver: boolean }
  | { readonly kind: 'follow-conversation'; readonly session: StartedConversation }
  /** There is none any more, and another tab may have one. */
  | { readonly kind: 'unfollow-conversation' }
  /** Counsellors may be rung: their words can be read here. */
  | { readonly kind: 'report-ready'; readonly bearer: string }
  | { readonly kind: 'report-security'; readonly bearer: string; readonly report: SecurityReport }
  /** Tell that the caller would rather not have the colleague who was announced. */
  | { readonly kind: 'refuse-reader'; readonly bearer: string; readonly refusal: ReaderRefusal }
  /** Tell what became of the word to let a colleague in, or what was not meant for the caller. */
  | {
      readonly kind: 'report';
      readonly to: 'hand-over' | 'misplaced';
      readonly bearer: string;
      readonly report: HandOverReport | MisplacedReport;
    }
  | { readonly kind: 'end-conversation'; readonly bearer: string; readonly by: 'caller' | 'failure' }
  /** Tell of a fault, until the service has it or the page goes (R32). */
  | { readonly kind: 'report-fault'; readonly report: FaultWishes }
  /** Draw the token that lets feedback in (R37). */
  | { readonly kind: 'draw-feedback'; readonly bearer: string }
  | { readonly kind: 'send-feedback'; readonly report: FeedbackReport }
  /** Tell, after a pause without a key, that the caller is not typing any more. */
  | { readonly kind: 'rest-typing-later' };
