import type { Mutation } from '../mutation.ts';

/** The rules of the contact register and of dossiers (R51, R62 to R65, S45). */
export const contactRules: readonly Mutation[] = [
  {
    file: 'contact-lists.ts',
    rule: 'a contact has the lists of its own day',
    find: 'if (version.validFrom <= day) ',
    replace: '',
  },
  {
    file: 'contact-lists.ts',
    rule: 'a band ends before its minutes',
    find: 'minutes < underMinutes',
    replace: 'minutes <= underMinutes',
  },
  {
    file: 'contact-form.ts',
    rule: 'an answer is a choice of its question',
    find: 'if (code !== null && !isChoice) return answers;',
    replace: '',
  },
  {
    file: 'contact-form.ts',
    rule: 'a sub-theme goes with its theme',
    find: "question !== 'theme' || code === answers.theme",
    replace: 'true',
  },
  {
    file: 'contact-form.ts',
    rule: 'nothing is asked that has no choices',
    find: 'choicesOf(lists, question, answers).length > 0',
    replace: 'true',
  },
  {
    file: 'contact-draft.ts',
    rule: 'what the conversation tells is not asked',
    find: 'const told = form.facts === null ? {} : answersFrom(lists, form.facts);',
    replace: 'const told = {};',
  },
  {
    file: 'contact-draft.ts',
    rule: 'nothing is saved before everything has an answer',
    find: "if (part !== 'review' || partToShow(lists, form) !== 'review') return undefined;",
    replace: '',
  },
  {
    file: 'contact-draft.ts',
    rule: 'an old question is put aside when it is put again',
    find: 'const shown = form.shown.map((each) => ({ ...each, isCurrent: false }));',
    replace: 'const shown = form.shown;',
  },
  {
    file: 'contact-draft.ts',
    rule: 'the choices of another theme are shown anew',
    find: "part === 'sub-theme' && isOtherTheme",
    replace: 'false',
  },
  {
    file: 'contact-reply.ts',
    rule: 'a telephone number is seen',
    find: 'const fewestDigits = 9;',
    replace: 'const fewestDigits = 12;',
  },
  {
    file: 'contact-reply.ts',
    rule: 'a date is no telephone number',
    find: 'const fewestDigits = 9;',
    replace: 'const fewestDigits = 8;',
  },
  {
    file: 'contact-reply.ts',
    rule: 'the beginning of two labels means neither',
    find: 'return others.length === 0 ? first : undefined;',
    replace: 'return first;',
  },
  {
    file: 'contact-reply.ts',
    rule: 'what is quoted is no answer',
    find: "!line.startsWith('>')",
    replace: 'true',
  },
  {
    file: 'contact-form-message.ts',
    rule: 'a question shows what was chosen',
    find: 'label: chosen?.label ?? null',
    replace: 'label: null',
  },
  {
    file: 'contact-figures.ts',
    rule: 'no theme of a few contacts is told',
    find: 'counts.filter(({ count }) => count >= leastShown)',
    replace: 'counts',
  },
  {
    file: 'contact-figures.ts',
    rule: 'no single theme is known from the total',
    find: 'hidden.length > 1 && ',
    replace: '',
  },
  {
    file: 'contact-figures.ts',
    rule: 'what is hidden is five contacts or more',
    find: ' && sumOf(hidden) >= leastShown',
    replace: '',
  },
  {
    file: 'contact-figures.ts',
    rule: 'fewer than five contacts in all are not told',
    find: 'if (contacts.length > 0 && contacts.length < leastShown) {',
    replace: 'if (contacts.length < 0) {',
  },
  {
    file: 'contact-figures.ts',
    rule: 'an old contact is read in its own lists',
    find: 'listsOn(versions, listVersion)',
    replace: "listsOn(versions, '9999-12-31')",
  },
  {
    file: 'dossier.ts',
    rule: 'a first yes waits for the counsellor’s word',
    find: "answer === 'agreed' && note.answer !== 'agreed'",
    replace: 'false',
  },
  {
    file: 'dossier.ts',
    rule: 'a no takes back a yes that waits',
    find: 'return { ...note, answer, reference: kept, asked: null };',
    replace: 'return { ...note, answer, reference: kept };',
  },
];
