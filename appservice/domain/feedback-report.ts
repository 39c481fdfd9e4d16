import { utcMidnight, type CalendarDay } from './calendar-day.ts';
import { languages, type Language } from './conversation.ts';
import {
  acceptedWeeks,
  firstRemarkWeek,
  type Feedback,
  type FeedbackAnswer,
  type FeedbackQuestion,
} from './feedback.ts';
import type { IsoWeek } from './iso-week.ts';

/** Fewer answers than these are never shown apart (R38, S34). */
export const leastShown = 5;

/** Weeks that are counted together, the first and the last of them. */
export type WeekSpan = { readonly first: IsoWeek; readonly last: IsoWeek };

/** What was answered to one question, and how often it was skipped (R39). */
export type AnswerCounts = Readonly<Record<FeedbackAnswer | 'skipped', number>>;

/** How many answered in a language; `other` are all that are not named. */
export type LanguageCount = { readonly language: Language | 'other'; readonly count: number };

/** What callers answered in weeks that are counted together. */
export type FeedbackGroup = {
  readonly weeks: WeekSpan;
  /** How many answered; at least five. */
  readonly count: number;
  readonly answers: Readonly<Record<FeedbackQuestion, AnswerCounts>>;
  /** The most first; empty where any division would show fewer than five. */
  readonly languages: readonly LanguageCount[];
};

/** Callers' own words, of weeks that are counted together. */
export type FeedbackRemarks = { readonly weeks: WeekSpan; readonly remarks: readonly string[] };

/** The box as it was read: what lies in it, and the day on which it was shuffled last (undefined: never). */
export type FeedbackBoxContent = {
  readonly rows: readonly Feedback[];
  readonly shuffledOn: CalendarDay | undefined;
};

/**
 * The figures, oldest first (R38). Weeks are put together from the oldest on until they hold five answers; what is left at the end
 * waits for later weeks.
 *
 * **Why two reports tell no more than one.** A group that was shown once is the same in every later report, so that their difference
 * is whole groups, and each is of five or more. For that, only weeks count in which nothing can come any more: tokens of this week
 * and of the one before are still taken, and with the shuffle the keys of all earlier ones are gone. And what is left at the end is
 * not added to the last group: that group would grow by fewer than five.
 */
export function feedbackGroups(content: FeedbackBoxContent): readonly FeedbackGroup[] {
  return closedSpans(content).map((weeks) => {
    const rows = rowsOf(content, weeks);
    return { weeks, count: rows.length, answers: answerCounts(rows), languages: languageCounts(rows) };
  });
}

/**
 * The remarks of the newest group that has any, in the order in which they lie, which is random. A group of which a week has lost its
 * remarks to age shows none: those that went would be known to be of that week. Undefined when there are none.
 */
export function newestRemarks(content: FeedbackBoxContent): FeedbackRemarks | undefined {
  const { shuffledOn } = content;
  if (shuffledOn === undefined) return undefined;
  const firstKept = firstRemarkWeek(utcMidnight(shuffledOn));
  for (const weeks of closedSpans(content).toReversed()) {
    if (weeks.first < firstKept) return undefined;
    const remarks = rowsOf(content, weeks).flatMap(({ remark }) => remark ?? []);
    if (remarks.length > 0) return { weeks, remarks };
  }
  return undefined;
}

function closedSpans({ rows, shuffledOn }: FeedbackBoxContent): readonly WeekSpan[] {
  if (shuffledOn === undefined) return [];
  const [, firstOpen] = acceptedWeeks(utcMidnight(shuffledOn));
  const weeks = rows.map(({ week }) => week).filter((week) => week < firstOpen);
  const spans: WeekSpan[] = [];
  let first: IsoWeek | null = null;
  let gathered = 0;
  for (const week of [...new Set(weeks)].toSorted()) {
    first ??= week;
    gathered += weeks.filter((each) => each === week).length;
    if (gathered < leastShown) continue;
    spans.push({ first, last: week });
    first = null;
    gathered = 0;
  }
  return spans;
}

function rowsOf({ rows }: FeedbackBoxContent, { first, last }: WeekSpan): readonly Feedback[] {
  return rows.filter(({ week }) => week >= first && week <= last);
}

function answerCounts(rows: readonly Feedback[]): FeedbackGroup['answers'] {
  const counts = (question: FeedbackQuestion): AnswerCounts => {
    const count = (answer: FeedbackAnswer | null) =>
      rows.filter(({ answers }) => answers[question] === answer).length;
    return { yes: count('yes'), somewhat: count('somewhat'), no: count('no'), skipped: count(null) };
  };
  return {
    heard: counts('heard'),
    helped: counts('helped'),
    nextStep: counts('nextStep'),
    easy: counts('easy'),
  };
}

/**
 * A language of fewer than five is counted as another one; where all others together are fewer than five, the smallest that is named
 * joins them: they could be told from the sum.
 */
function languageCounts(rows: readonly Feedback[]): readonly LanguageCount[] {
  const named = languages
    .map((language) => ({ language, count: rows.filter((row) => row.language === language).length }))
    .filter(({ count }) => count >= leastShown)
    .toSorted((left, right) => right.count - left.count);
  let others = rows.length - named.reduce((sum, { count }) => sum + count, 0);
  while (named.length > 0 && others > 0 && others < leastShown) others += named.pop()?.count ?? 0;
  if (named.length === 0) return [];
  return others === 0 ? named : [...named, { language: 'other', count: others }];
}
