import type { CalendarDay } from './calendar-day.ts';
import {
  answersFrom,
  askedQuestions,
  choicesOf,
  knownAnswers,
  nextQuestion,
  withAnswer,
  withTheRestUnknown,
  type Contact,
  type ContactAnswers,
  type ContactChannel,
  type ContactFacts,
  type ContactQuestion,
} from './contact-form.ts';
import type { ContactChoice, ContactLists } from './contact-lists.ts';
import type { ContactReply } from './contact-reply.ts';
import type { EventPlace } from './conversation.ts';
import type { CaseNumber, ConversationId, UserId } from './ids.ts';
import type { Instant } from './time.ts';

/** Names a form: the id of its conversation, or of the event that asked for a form about a telephone call. */
export type ContactFormId = string;

/** A message of the form: what opens it, one for each question, and the last look before it is saved. */
export type ContactPart = 'opening' | ContactQuestion | 'review';

/** A message of the form as the desk sent it. One that was put again elsewhere is current no more, and pressing it does nothing. */
export type ShownPart = { readonly part: ContactPart; readonly key: string; readonly isCurrent: boolean };

/**
 * A contact that is still to be registered. While it is, it is tied to its conversation and its counsellor; once registered this is
 * gone, and the contact has no way back (R51). Without a conversation it is a telephone call (R63).
 */
export type ContactForm = {
  readonly formId: ContactFormId;
  readonly counsellor: UserId;
  readonly conversationId: ConversationId | null;
  readonly caseNumber: CaseNumber | null;
  readonly channel: ContactChannel;
  readonly day: CalendarDay;
  /** Since when it is to be registered: the newest is meant where no number is said. */
  readonly since: Instant;
  /** What the conversation tells by itself; null for a telephone call. */
  readonly facts: ContactFacts | null;
  /** `due`: never begun; `aside`: put away for later. One counsellor fills in one form at a time. */
  readonly stage: 'due' | 'open' | 'aside';
  readonly answers: ContactAnswers;
  readonly shown: readonly ShownPart[];
  /** What the counsellor wrote to answer it; taken back when it is saved. */
  readonly written: readonly EventPlace[];
};

/** What follows from a reply. */
export type ContactStep =
  | { readonly next: 'asked'; readonly form: ContactForm }
  | { readonly next: 'aside'; readonly form: ContactForm }
  | { readonly next: 'saved'; readonly contact: Contact };

/** Begins a form, or goes on with it: all that was shown before is put again, what was answered stays. */
export function openForm(lists: ContactLists, form: ContactForm): ContactForm {
  const told = form.facts === null ? {} : answersFrom(lists, form.facts);
  const answers = { ...told, ...knownAnswers(lists, form.answers) };
  const shown = form.shown.map((each) => ({ ...each, isCurrent: false }));
  return { ...form, stage: 'open', answers, shown };
}

/** Puts a form away for later. */
export function putAside(form: ContactForm): ContactForm {
  return { ...form, stage: 'aside' };
}

/** Answers one part of an open form; undefined when the reply means nothing there. */
export function afterReply(
  lists: ContactLists,
  form: ContactForm,
  { part, reply }: { readonly part: ContactPart; readonly reply: ContactReply },
): ContactStep | undefined {
  switch (reply.kind) {
    case 'all-unknown':
      return { next: 'saved', contact: contactOf(lists, form) };
    case 'later':
      return { next: 'aside', form: putAside(form) };
    case 'save':
      if (part !== 'review' || partToShow(lists, form) !== 'review') return undefined;
      return { next: 'saved', contact: contactOf(lists, form) };
    case 'choice':
      if (part === 'opening' || part === 'review') return undefined;
      return { next: 'asked', form: answered(lists, form, { question: part, code: reply.code }) };
  }
}

function answered(
  lists: ContactLists,
  form: ContactForm,
  answer: { readonly question: ContactQuestion; readonly code: string | null },
): ContactForm {
  const answers = withAnswer(lists, form.answers, answer);
  const isOtherTheme = answer.question === 'theme' && answers.theme !== form.answers.theme;
  const isAskedAnew = (part: ContactPart) => part === 'sub-theme' && isOtherTheme;
  const isToCome = (part: ContactPart) => part === 'review' && nextQuestion(lists, answers) !== undefined;
  const shown = form.shown.map((each) =>
    isAskedAnew(each.part) || isToCome(each.part) ? { ...each, isCurrent: false } : each,
  );
  return { ...form, answers, shown };
}

/** What the counsellor is to see next. */
export function partToShow(lists: ContactLists, form: ContactForm): Exclude<ContactPart, 'opening'> {
  return nextQuestion(lists, form.answers) ?? 'review';
}

/** What a part can be answered with; the opening and the last look have no choices. */
export function choicesOfPart(
  lists: ContactLists,
  form: ContactForm,
  part: ContactPart,
): readonly ContactChoice[] {
  return part === 'opening' || part === 'review' ? [] : choicesOf(lists, part, form.answers);
}

/** What is asked of the counsellor; not what the conversation told by itself. */
export function questionsOf(lists: ContactLists, form: ContactForm): readonly ContactQuestion[] {
  const told: readonly ContactQuestion[] = form.facts === null ? [] : ['region', 'language', 'duration'];
  return askedQuestions(lists, form.answers).filter((question) => !told.includes(question));
}

function contactOf(lists: ContactLists, { channel, day, answers }: ContactForm): Contact {
  return { channel, day, listVersion: lists.validFrom, answers: withTheRestUnknown(answers) };
}
