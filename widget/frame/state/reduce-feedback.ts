import type { Effect } from './effect.ts';
import {
  emptyFeedback,
  isFeedbackEmpty,
  measureRemark,
  reportOf,
  type AskedFeedback,
  type Feedback,
  type FeedbackEvent,
} from './feedback.ts';
import type { ConversationScreen, EndedScreen, FrameState } from './frame-state.ts';

/**
 * Whether anything is asked after this end: by either side, with a counsellor there (R37). After a quick exit there is no screen
 * to ask on; after a failure, a lost connection or a block nobody is asked for a favour.
 */
export function beginFeedback(screen: ConversationScreen, by: EndedScreen['by']): Feedback {
  const isEndOfTalk = by === 'caller' || by === 'counsellor';
  const wasAttended = screen.phase === 'joined' || screen.phase === 'talking';
  return isEndOfTalk && wasAttended && screen.session !== null ? { name: 'drawing' } : { name: 'none' };
}

/** The questions after the end. Closing them, half filled in or not, leaves nothing of them, and they do not come back (R39). */
export function reduceFeedback(before: Feedback, event: FeedbackEvent): Feedback {
  switch (event.kind) {
    case 'feedback-drawn':
      if (before.name !== 'drawing') return before;
      return event.pass === null
        ? { name: 'none' }
        : { name: 'asking', pass: event.pass, fields: emptyFeedback, problem: null };
    case 'feedback-skipped':
      return before.name === 'asking' ? { name: 'none' } : before;
    case 'feedback-escaped':
      return before.name === 'asking' && before.fields.remark.trim() === '' ? { name: 'none' } : before;
    case 'feedback-settled': {
      if (before.name !== 'sending') return before;
      const { pass, fields } = before;
      return event.isTaken ? { name: 'thanked' } : { name: 'asking', pass, fields, problem: 'not-sent' };
    }
    case 'feedback-chosen':
    case 'feedback-remarked':
    case 'feedback-given':
      return before.name === 'asking' ? filledIn(before, event) : before;
  }
}

function filledIn(
  form: AskedFeedback,
  event: Extract<FeedbackEvent, { kind: 'feedback-chosen' | 'feedback-remarked' | 'feedback-given' }>,
): Feedback {
  const { fields, pass } = form;
  switch (event.kind) {
    case 'feedback-chosen': {
      const choices = { ...fields.choices, [event.question]: event.choice };
      return { ...form, fields: { ...fields, choices }, problem: null };
    }
    case 'feedback-remarked':
      return { ...form, fields: { ...fields, remark: event.text }, problem: null };
    case 'feedback-given':
      if (isFeedbackEmpty(fields)) return { name: 'none' };
      if (measureRemark(fields.remark).kind === 'too-long') return { ...form, problem: 'too-long' };
      return { name: 'sending', pass, fields };
  }
}

/** What follows for the questions: the token is drawn at the end, and what was filled in is sent at the press. */
export function feedbackEffects(before: FrameState, after: FrameState): Effect[] {
  if (after.screen.name !== 'ended') return [];
  const is = after.screen.feedback;
  if (before.screen.name === 'conversation') {
    const bearer = before.screen.session?.bearer;
    return is.name === 'drawing' && bearer !== undefined ? [{ kind: 'draw-feedback', bearer }] : [];
  }
  const wasSending = before.screen.name === 'ended' && before.screen.feedback.name === 'sending';
  if (is.name !== 'sending' || wasSending) return [];
  return [{ kind: 'send-feedback', report: reportOf(is, after.language) }];
}
