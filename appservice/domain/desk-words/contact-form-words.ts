import type { ContactQuestion } from '../contact-form.ts';
import type { ContactChoice } from '../contact-lists.ts';
import { notForCallers } from './desk-room-words.ts';
import { choiceSigns } from '../contact-reply.ts';
import type { AnsweredQuestion, RegisterMessage } from '../desk-messages/register-message.ts';

type Of<Code extends RegisterMessage['code']> = Extract<RegisterMessage, { readonly code: Code }>;

const questions: Readonly<Record<ContactQuestion, string>> = {
  region: 'In welke regio woont de beller?',
  language: 'In welke taal was het gesprek?',
  duration: 'Hoelang duurde het?',
  role: 'Welke rol had de beller?',
  relation: 'Wat is de beller van de persoon om wie het gaat?',
  theme: 'Waarover ging het?',
  'sub-theme': 'En meer precies?',
  context: 'Waar speelt het zich af?',
  age: 'Hoe oud is de beller?',
  sex: 'Is de beller een vrouw of een man?',
  referral: 'Naar wie verwees je door?',
  anonymous: 'Bleef de beller anoniem?',
  'next-step': 'Is er een volgende stap afgesproken?',
};

const shortNames: Readonly<Record<ContactQuestion, string>> = {
  region: 'regio',
  language: 'taal',
  duration: 'duur',
  role: 'rol',
  relation: 'relatie',
  theme: 'thema',
  'sub-theme': 'meer precies',
  context: 'context',
  age: 'leeftijd',
  sex: 'geslacht',
  referral: 'doorverwezen naar',
  anonymous: 'anoniem',
  'next-step': 'volgende stap afgesproken',
};

/** Opens the form. */
export function openingWords({ told }: Of<'form-opening'>, contact: string): string {
  return [
    `Registreren: ${contact}. Er komt één vraag per bericht. Antwoord met een teken onder de vraag, of schrijf het cijfer of het woord.`,
    ...(told.length === 0 ? [] : [`Dit weet ik al: ${told.map(answerWords).join(', ')}.`]),
    '⏭ of “alles onbekend”: alles wat nog open is, wordt onbekend, en het contact is geregistreerd. ❌ of “later”: opzij leggen.',
    'Schrijf nooit een naam of een telefoonnummer. Wat je invult, leidt na het bewaren niet meer naar het gesprek of naar jou.',
  ].join('\n');
}

/** A question with its choices, and what was answered. */
export function questionWords({ question, choices, answered, place, total }: Of<'form-question'>): string {
  const asked = `${String(place)}/${String(total)} · ${questions[question]}`;
  return answered === null
    ? [asked, ...numbered(choices), waysToAnswer(choices)].join('\n')
    : [`${asked} ${answered.label ?? 'onbekend'} ✓`, `Toch anders? ${numbered(choices).join(' · ')}`].join(
        '\n',
      );
}

/** The last look. */
export function reviewWords({ answers }: Of<'form-review'>): string {
  return [
    'Klopt dit? ✅ of “bewaren”: het contact is geregistreerd. ❌ of “later”: opzij leggen.',
    ...answers.map((each) => `• ${answerWords(each)}`),
    'Iets anders? Druk op een ander cijfer onder die vraag.',
  ].join('\n');
}

/** What can be answered now. */
export function hintWords({ question, choices, caseNumbers }: Of<'form-hint'>): string {
  const first = caseNumbers.length === 0 ? [] : [notForCallers(caseNumbers)];
  return [...first, ...hintLines(question, choices)].join('\n');
}

function hintLines(question: ContactQuestion | null, choices: readonly ContactChoice[]): readonly string[] {
  if (question === null) {
    return [
      'Dat is hier geen antwoord. Er ligt een formulier open dat je nog moet bewaren: schrijf “bewaren”, of “later”. Commando’s werken gewoon.',
    ];
  }
  return [
    `Dat is geen antwoord op de vraag die openstaat: ${questions[question]}`,
    ...numbered(choices),
    `Schrijf het cijfer of het woord, of “onbekend”, “alles onbekend” of “later”. Commando’s werken gewoon.`,
  ];
}

function numbered(choices: readonly ContactChoice[]): readonly string[] {
  return choices.map(({ label }, index) => `${String(index + 1)}. ${label}`);
}

function waysToAnswer(choices: readonly ContactChoice[]): string {
  const ways =
    choiceSigns(choices).length === 0
      ? 'Schrijf het cijfer of het woord'
      : 'Druk op een cijfer of schrijf het';
  return `${ways}. ❔ onbekend. ⏭ de rest onbekend, en bewaren.`;
}

function answerWords({ question, label }: AnsweredQuestion): string {
  return `${shortNames[question]}: ${label ?? 'onbekend'}`;
}
