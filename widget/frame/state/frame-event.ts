import type { ConversationView, StartedConversation } from '../../../appservice/contract/conversation.ts';
import type { PublicStatus } from '../../../appservice/contract/status.ts';
import type { FromWorker } from '../../worker-messages.ts';
import type { FeedbackEvent } from './feedback.ts';
import type { StartProblem } from './frame-state.ts';
import type { IntakeFields } from './intake.ts';
import type { FaultForm } from './fault-form.ts';
import type { PageName } from './open-page.ts';
import type { WordingEvent } from './wording.ts';

/** What can happen on the screen with the questions. */
export type IntakeEvent =
  | { readonly kind: 'intake-left' }
  | { readonly kind: 'intake-edited'; readonly fields: Partial<IntakeFields> }
  /** The nickname's field was left; a warning may be due (R18). */
  | { readonly kind: 'nickname-left' }
  /** `hasSkipped` throws away what stands in the fields (R19). */
  | { readonly kind: 'intake-finished'; readonly hasSkipped: boolean; readonly requestSecret: string };

/** What can happen to a conversation, the crypto worker's news apart. */
export type ConversationEvent =
  | { readonly kind: 'draft-edited'; readonly text: string }
  /** No key for a while. */
  | { readonly kind: 'typing-rested' }
  | { readonly kind: 'message-written'; readonly nowMs: number }
  | { readonly kind: 'end-pressed' }
  | { readonly kind: 'end-withdrawn' }
  | { readonly kind: 'end-confirmed' }
  /** The encryption is not there yet after a while. */
  | { readonly kind: 'preparing-took-long' }
  | { readonly kind: 'conversation-started'; readonly session: StartedConversation }
  | { readonly kind: 'start-refused'; readonly problem: StartProblem | 'blocked' }
  | { readonly kind: 'view-told'; readonly view: ConversationView }
  /** "Liever niet" to the colleague who was announced (design 6). */
  | { readonly kind: 'reader-refused' }
  /** A picture or a file was pasted or dropped. */
  | { readonly kind: 'file-offered' }
  | { readonly kind: 'view-lost' }
  /** The service does not know the bearer any more. */
  | { readonly kind: 'conversation-gone' };

/** What may happen to a page that has, or had, a conversation of an earlier page or another tab (R27). */
export type ResumeEvent =
  /** The service is asked whether there is a conversation to go on with; a quick exit names this secret. */
  | { readonly kind: 'resume-begun'; readonly requestSecret: string }
  /** There is none, or none that can be reached. */
  | { readonly kind: 'resume-refused'; readonly problem: StartProblem | 'blocked' }
  | {
      readonly kind: 'conversation-resumed';
      readonly session: StartedConversation;
      readonly requestSecret: string;
      /** Random, so that what this page writes is told apart from what the page before wrote. */
      readonly pageId: string;
    }
  /** Another tab has the conversation, or has taken it over. */
  | { readonly kind: 'conversation-elsewhere' }
  /** The caller wants it here. */
  | { readonly kind: 'take-over-pressed' }
  /** The caller wants to see what was said before. */
  | { readonly kind: 'earlier-asked' };

/** What can happen to the page that lies over the screen. */
export type PageEvent =
  | { readonly kind: 'page-opened'; readonly page: PageName }
  /** By a press, or by Escape: that closes it only where no typed words are lost. */
  | { readonly kind: 'page-closed'; readonly byEscape?: true }
  | {
      readonly kind: 'fault-edited';
      readonly change: Partial<Pick<FaultForm, 'description' | 'hasBrowser'>>;
    }
  | { readonly kind: 'fault-sent' };

/** All that can happen to the frame. */
export type FrameEvent =
  /** By the loader, or by itself when no host page holds it. */
  | { readonly kind: 'opened' }
  | WordingEvent
  | { readonly kind: 'sight-changed'; readonly isInSight: boolean }
  | { readonly kind: 'status-told'; readonly status: PublicStatus; readonly nowMs: number }
  | { readonly kind: 'time-passed'; readonly nowMs: number }
  | { readonly kind: 'start-pressed' }
  | IntakeEvent
  | ConversationEvent
  | ResumeEvent
  | PageEvent
  | FeedbackEvent
  | { readonly kind: 'crypto-told'; readonly news: FromWorker }
  /** What is left of an ended, refused or failed conversation is to go. */
  | { readonly kind: 'conversation-wiped' }
  /** Something of our own went wrong that nobody expected (fail closed). */
  | { readonly kind: 'frame-broke' }
  | { readonly kind: 'shift-counted'; readonly presses: number }
  | { readonly kind: 'shift-timed-out' }
  /** Quick exit. */
  | { readonly kind: 'left' };
