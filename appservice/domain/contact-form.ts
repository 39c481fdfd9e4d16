import type { CalendarDay } from './calendar-day.ts';
import { durationBand, type ContactChoice, type ContactLists } from './contact-lists.ts';
import type { Language } from './conversation.ts';
import type { Province } from './roster.ts';

/** How a contact came about (R5). */
export type ContactChannel = 'chat' | 'mail' | 'phone';

/** What is asked of every contact beside channel and day (R62, S46), in this order. */
export const contactQuestions = [
  'region',
  'language',
  'duration',
  'role',
  'relation',
  'theme',
  'sub-theme',
  'context',
  'age',
  'sex',
  'referral',
  'anonymous',
  'next-step',
] as const;

/** One of these questions. */
export type ContactQuestion = (typeof contactQuestions)[number];

/** The codes that were chosen; null is "onbekend", and a question that is not in it has no answer yet. */
export type ContactAnswers = Readonly<Partial<Record<ContactQuestion, string | null>>>;

/**
 * A contact as it stays in the register (R62): no conversation, counsellor, case number, number or address, and no time finer than
 * the day. Nothing leads from it back to where it came from (R51).
 */
export type Contact = {
  readonly channel: ContactChannel;
  readonly day: CalendarDay;
  /** The day from which its lists were valid (S45). */
  readonly listVersion: CalendarDay;
  readonly answers: Readonly<Record<ContactQuestion, string | null>>;
};

/** What a conversation tells by itself, so that nobody is asked for it. */
export type ContactFacts = {
  readonly province: Province | null;
  readonly language: Language;
  readonly minutes: number;
};

const yesOrNo: readonly ContactChoice[] = [
  { code: 'yes', label: 'ja' },
  { code: 'no', label: 'nee' },
];

/** What a question can be answered with. A sub-theme is one of the chosen theme; there are none before, and some have none. */
export function choicesOf(
  lists: ContactLists,
  question: ContactQuestion,
  answers: ContactAnswers,
): readonly ContactChoice[] {
  switch (question) {
    case 'region':
      return lists.regions;
    case 'language':
      return lists.languages;
    case 'duration':
      return lists.durations;
    case 'role':
      return lists.roles;
    case 'relation':
      return lists.relations;
    case 'theme':
      return lists.themes;
    case 'sub-theme':
      return lists.themes.find(({ code }) => code === answers.theme)?.subThemes ?? [];
    case 'context':
      return lists.contexts;
    case 'age':
      return lists.ages;
    case 'sex':
      return lists.sexes;
    case 'referral':
      return lists.referrals;
    case 'anonymous':
    case 'next-step':
      return yesOrNo;
  }
}

/** What the conversation itself answers; what the lists have no word for is unknown. */
export function answersFrom(
  lists: ContactLists,
  { province, language, minutes }: ContactFacts,
): ContactAnswers {
  const known = (choices: readonly ContactChoice[], code: string | null | undefined): string | null =>
    choices.find((choice) => choice.code === code)?.code ?? null;
  return {
    region: known(lists.regions, province),
    language: known(lists.languages, language),
    duration: known(lists.durations, durationBand(lists, minutes)?.code),
  };
}

/** What can still be asked of this form, answered or not: a sub-theme only where there are any. */
export function askedQuestions(lists: ContactLists, answers: ContactAnswers): readonly ContactQuestion[] {
  return contactQuestions.filter((question) => choicesOf(lists, question, answers).length > 0);
}

/** The first question without an answer; undefined when all are answered. */
export function nextQuestion(lists: ContactLists, answers: ContactAnswers): ContactQuestion | undefined {
  return askedQuestions(lists, answers).find((question) => answers[question] === undefined);
}

/**
 * Answers a question, for the first time or another time. An answer that is no choice of it changes nothing. Another theme takes
 * the sub-theme of the one before along.
 */
export function withAnswer(
  lists: ContactLists,
  answers: ContactAnswers,
  { question, code }: { readonly question: ContactQuestion; readonly code: string | null },
): ContactAnswers {
  const isChoice = choicesOf(lists, question, answers).some((choice) => choice.code === code);
  if (code !== null && !isChoice) return answers;
  const { 'sub-theme': subTheme, ...others } = answers;
  const keepsSubTheme = question !== 'theme' || code === answers.theme;
  const kept = keepsSubTheme && subTheme !== undefined ? { ...others, 'sub-theme': subTheme } : others;
  return { ...kept, [question]: code };
}

/** "Alles onbekend": everything that has no answer yet is unknown, what was answered stays. */
export function withTheRestUnknown(answers: ContactAnswers): Contact['answers'] {
  const of = (question: ContactQuestion): string | null => answers[question] ?? null;
  return {
    region: of('region'),
    language: of('language'),
    duration: of('duration'),
    role: of('role'),
    relation: of('relation'),
    theme: of('theme'),
    'sub-theme': of('sub-theme'),
    context: of('context'),
    age: of('age'),
    sex: of('sex'),
    referral: of('referral'),
    anonymous: of('anonymous'),
    'next-step': of('next-step'),
  };
}

/** The answers that the lists still have: whoever changes a list while a form is open is asked that question again. */
export function knownAnswers(lists: ContactLists, answers: ContactAnswers): ContactAnswers {
  let known: ContactAnswers = {};
  for (const question of contactQuestions) {
    const code = answers[question];
    if (code !== undefined) known = withAnswer(lists, known, { question, code });
  }
  return known;
}
