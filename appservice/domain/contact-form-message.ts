import {
  choicesOfPart,
  partToShow,
  questionsOf,
  type ContactForm,
  type ContactPart,
} from './contact-draft.ts';
import { choicesOf, type ContactQuestion } from './contact-form.ts';
import type { ContactLists } from './contact-lists.ts';
import type { AnsweredQuestion, ContactName, RegisterMessage } from './desk-messages/register-message.ts';
import type { CaseNumber } from './ids.ts';

/** How a contact that is to be registered is called. */
export function contactName({ caseNumber, day }: ContactForm): ContactName {
  return { caseNumber, day };
}

/** A message of the form as it stands now, with what was answered. */
export function partMessage(lists: ContactLists, form: ContactForm, part: ContactPart): RegisterMessage {
  if (part === 'opening') {
    return { code: 'form-opening', of: contactName(form), told: toldAnswers(lists, form) };
  }
  if (part !== 'review') return questionMessage(lists, form, part);
  return { code: 'form-review', answers: answeredOf(lists, form, questionsOf(lists, form)) };
}

/** What can be answered now. */
export function hintMessage(
  lists: ContactLists,
  form: ContactForm,
  caseNumbers: readonly CaseNumber[],
): RegisterMessage {
  const part = partToShow(lists, form);
  const choices = choicesOfPart(lists, form, part);
  return { code: 'form-hint', question: part === 'review' ? null : part, choices, caseNumbers };
}

function questionMessage(lists: ContactLists, form: ContactForm, question: ContactQuestion): RegisterMessage {
  const questions = questionsOf(lists, form);
  return {
    code: 'form-question',
    question,
    choices: choicesOf(lists, question, form.answers),
    answered: answeredOf(lists, form, [question])[0] ?? null,
    place: questions.indexOf(question) + 1,
    total: questions.length,
  };
}

function toldAnswers(lists: ContactLists, form: ContactForm): readonly AnsweredQuestion[] {
  return form.facts === null ? [] : answeredOf(lists, form, ['region', 'language', 'duration']);
}

function answeredOf(
  lists: ContactLists,
  form: ContactForm,
  questions: readonly ContactQuestion[],
): readonly AnsweredQuestion[] {
  return questions.flatMap((question) => {
    const code = form.answers[question];
    if (code === undefined) return [];
    const chosen = choicesOf(lists, question, form.answers).find((choice) => choice.code === code);
    return [{ question, label: chosen?.label ?? null }];
  });
}
