import {
  remarkLimitCharacters,
  wireFeedbackQuestions,
  type FeedbackPass,
  type FeedbackReport,
  type WireFeedbackAnswer,
  type WireFeedbackAnswers,
  type WireFeedbackQuestion,
} from '../../../appservice/contract/feedback.ts';
import { measureDraft, type DraftMeasure } from './composer.ts';

/** The questions with answers to choose from, in their order. */
export const feedbackQuestions = wireFeedbackQuestions;

/** One of them. */
export type FeedbackQuestion = WireFeedbackQuestion;

/** What may be chosen; a choice can be taken back by choosing to give no answer (R39). */
export type FeedbackChoice = WireFeedbackAnswer | 'withheld';

/** The form as it stands; nothing is obligatory (R39). */
export type FeedbackFields = {
  readonly choices: Readonly<Record<FeedbackQuestion, FeedbackChoice | null>>;
  readonly remark: string;
};

/** The form, with what lets it in. */
type Form = { readonly pass: FeedbackPass; readonly fields: FeedbackFields };

/** The form, and why the last press did not send it. */
export type AskedFeedback = Form & {
  readonly name: 'asking';
  readonly problem: 'too-long' | 'not-sent' | null;
};

/** The form on its way. */
export type SentFeedback = Form & { readonly name: 'sending' };

/**
 * What becomes of asking, on the end screen (R37). It is asked only with a token in hand: one that cannot be drawn, whatever the
 * reason, is nothing that the caller could mend, so that nothing is shown. All of it is in memory only (S7).
 */
export type Feedback = { readonly name: 'none' | 'drawing' | 'thanked' } | AskedFeedback | SentFeedback;

/** What can happen to it. */
export type FeedbackEvent =
  /** Null when no token could be had. */
  | { readonly kind: 'feedback-drawn'; readonly pass: FeedbackPass | null }
  | {
      readonly kind: 'feedback-chosen';
      readonly question: FeedbackQuestion;
      readonly choice: FeedbackChoice;
    }
  | { readonly kind: 'feedback-remarked'; readonly text: string }
  | { readonly kind: 'feedback-given' }
  | { readonly kind: 'feedback-skipped' }
  /** Escape: as good as a press to close, but not while there are typed words to lose. */
  | { readonly kind: 'feedback-escaped' }
  /** The service has it, or it did not get there. */
  | { readonly kind: 'feedback-settled'; readonly isTaken: boolean };

/** Nothing filled in. */
export const emptyFeedback: FeedbackFields = {
  choices: { heard: null, helped: null, nextStep: null, easy: null },
  remark: '',
};

/** How much room a remark has left. */
export function measureRemark(remark: string): DraftMeasure {
  return measureDraft(remark, remarkLimitCharacters);
}

/** What is sent of a form: nothing that was skipped, and nothing else that the frame knows but the language (R38). */
export function reportOf({ pass, fields }: Form, language: FeedbackReport['language']): FeedbackReport {
  const remark = fields.remark.trim();
  return { pass, language, answers: answersOf(fields), remark: remark === '' ? null : remark };
}

/** Whether nothing at all was said. */
export function isFeedbackEmpty(fields: FeedbackFields): boolean {
  const answers = Object.values(answersOf(fields));
  return answers.every((each) => each === null) && fields.remark.trim() === '';
}

function answersOf({ choices }: FeedbackFields): WireFeedbackAnswers {
  const said = (choice: FeedbackChoice | null) => (choice === 'withheld' ? null : choice);
  return {
    heard: said(choices.heard),
    helped: said(choices.helped),
    nextStep: said(choices.nextStep),
    easy: said(choices.easy),
  };
}

/** Whether it is one of these events. */
export function isFeedbackEvent(event: { readonly kind: string }): event is FeedbackEvent {
  return event.kind.startsWith('feedback-');
}
