import { isIntakeEmpty, type Intake } from '../state/intake.ts';
import type { Language } from '../state/language.ts';
import type { Area } from '../state/postcode.ts';

const languageNames: Readonly<Record<Language, string>> = { nl: 'Nederlands', en: 'Engels', fr: 'Frans' };

const areaNames: Readonly<Record<Area, string>> = {
  antwerpen: 'Antwerpen',
  limburg: 'Limburg',
  'oost-vlaanderen': 'Oost-Vlaanderen',
  'vlaams-brabant': 'Vlaams-Brabant',
  'west-vlaanderen': 'West-Vlaanderen',
  brussels: 'Brussel',
  outside: 'ergens anders',
};

/** Both ages of a word, because children are asked in their own words, and an age need not be given. */
const sexNames: Readonly<Record<NonNullable<Intake['sex']>, string>> = {
  woman: 'vrouw of meisje',
  man: 'man of jongen',
  other: 'anders',
};

/**
 * The intake as the caller's first encrypted message, in Dutch for the counsellor (design 5.7, R19). The postcode is not in
 * it (R20). Every line is ours: the nickname was made one line when it was checked.
 */
export function intakeForCounsellor(intake: Intake, language: Language): string {
  if (isIntakeEmpty(intake)) return '';
  const lines = [
    line('Naam', intake.nickname),
    line('Leeftijd', intake.age === null ? null : `${intake.age} jaar`),
    line('Regio', intake.area === null ? null : areaNames[intake.area]),
    line('Geslacht', intake.sex === null ? null : sexNames[intake.sex]),
    line('Taal van de chat', languageNames[language]),
  ];
  return ['Intake (door de beller ingevuld, niets verplicht):', ...lines.flat()].join('\n');
}

function line(name: string, value: string | null): string[] {
  return value === null ? [] : [`- ${name}: ${value}`];
}
