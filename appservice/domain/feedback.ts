import type { Language, Phase } from './conversation.ts';
import { isoWeekAt, type IsoWeek } from './iso-week.ts';
import { minuteMs, type Instant } from './time.ts';

/** What is asked with three answers to choose from: two questions on the conversation, one on what now, one on the software. */
export const feedbackQuestions = ['heard', 'helped', 'nextStep', 'easy'] as const;

/** One of those questions. */
export type FeedbackQuestion = (typeof feedbackQuestions)[number];

/** The answers to choose from, the same for each of them. */
export const feedbackScale = ['yes', 'somewhat', 'no'] as const;

/** An answer to one of them. */
export type FeedbackAnswer = (typeof feedbackScale)[number];

/** The answers; null is a question that was skipped (R39). */
export type FeedbackAnswers = Readonly<Record<FeedbackQuestion, FeedbackAnswer | null>>;

/**
 * What a caller says afterwards, and all that is ever stored of it (R38): no conversation, room, counsellor, address or time,
 * nothing finer than the week.
 */
export type Feedback = {
  readonly week: IsoWeek;
  readonly language: Language;
  readonly answers: FeedbackAnswers;
  /** In the caller's own words; null when nothing was said. */
  readonly remark: string | null;
};

/** A key by which the tokens of one week are signed. */
export type FeedbackKey = {
  readonly week: IsoWeek;
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
  /** PKCS #8, DER. It opens nothing: whoever has it could make up feedback. */
  readonly privateKey: Uint8Array;
};

/** How long after the end the token may be drawn: an answer may be lost, a network may be away. */
const drawnWithinMs = 60 * minuteMs;

/**
 * Whether the browser may draw the token of its feedback (R37): while a counsellor is there, because the end itself may still be
 * on its way to us, and for an hour after an end by either side with a counsellor there. Never after a quick exit, a block, a
 * lost connection or a failure: nobody is asked for anything then.
 */
export function mayDrawFeedback(phase: Phase, now: Instant): boolean {
  switch (phase.name) {
    case 'joined':
    case 'talking':
      return true;
    case 'ended':
      return phase.wasAttended && isEndedByEitherSide(phase) && now - phase.at <= drawnWithinMs;
    case 'starting':
    case 'waiting':
    case 'taken':
      return false;
  }
}

/** Before this instant ends no token can be drawn any more, and what was noted of drawing is of no use. */
export function lastDrawableEnd(now: Instant): Instant {
  return now - drawnWithinMs;
}

/** The weeks whose tokens are taken: this one, and the one before, because a form may be filled in around midnight. */
export function acceptedWeeks(now: Instant): readonly [IsoWeek, IsoWeek] {
  return [isoWeekAt(now), isoWeekAt(now, 1)];
}

/** 24 weeks are 168 days: with the seven days that backups are kept it stays below six months (R38). */
const remarkWeeks = 24;

/** The first week whose remarks are still kept. */
export function firstRemarkWeek(now: Instant): IsoWeek {
  return isoWeekAt(now, remarkWeeks - 1);
}

function isEndedByEitherSide({ by }: Extract<Phase, { name: 'ended' }>): boolean {
  return by === 'caller' || by === 'counsellor';
}
