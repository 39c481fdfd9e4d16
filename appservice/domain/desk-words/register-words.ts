import type { ContactName, RegisterMessage, UnregisteredCount } from '../desk-messages/register-message.ts';
import { hintWords, openingWords, questionWords, reviewWords } from './contact-form-words.ts';
import { dossierWords } from './dossier-words.ts';
import { dayWords } from './time-words.ts';

/** What the desk says about the register of contacts and the dossier (R62 to R65). */
export function registerWords(message: RegisterMessage): string {
  switch (message.code) {
    case 'form-opening':
      return openingWords(message, contactWords(message.of));
    case 'form-question':
      return questionWords(message);
    case 'form-review':
      return reviewWords(message);
    case 'form-hint':
      return hintWords(message);
    case 'registered':
      return `Geregistreerd: ${contactWords(message.of)}. Wat je invulde, leidt niet meer naar het gesprek of naar jou, en is hier weg.`;
    case 'put-aside':
    case 'lies-aside':
      return `Het formulier over ${contactWords(message.of)} ligt opzij. Met ${resumeWords(message.of)} ga je verder waar je was.`;
    case 'old-question':
      return 'Dat is een oude vraag. Dezelfde vraag staat verder naar onder opnieuw: antwoord daar.';
    case 'already-registered':
      return 'Dat contact is al geregistreerd, er verandert niets meer aan.';
    case 'nothing-to-register':
      return 'Er staat niets op je lijst: al je contacten zijn geregistreerd. Een telefoongesprek registreer je met !telefoon.';
    case 'not-on-your-list':
      return `Gesprek ${message.caseNumber} staat niet op jouw lijst: het loopt nog, het is al geregistreerd, of het is van iemand anders. Met !open-staand zie je je lijst.`;
    case 'looks-like-number':
      return 'Daar staat iets in dat op een telefoonnummer lijkt. Zo’n nummer bewaren we nooit, dus ik heb niets genoteerd. Haal je bericht hier weg, en antwoord zonder nummer.';
    case 'dossier-rule':
    case 'dossier-noted':
    case 'dossier-not-yet':
    case 'dossier-not-yours':
    case 'dossier-which':
    case 'dossier-of-which':
      return dossierWords(message);
    case 'unregistered':
      return [...ownLines(message.own), ...teamLines(message.teams)].join('\n');
  }
}

/** `gesprek 4711`, `het telefoongesprek van 24 november`. */
function contactWords({ caseNumber, day }: ContactName): string {
  return caseNumber === null ? `het telefoongesprek van ${dayWords(day)}` : `gesprek ${caseNumber}`;
}

function resumeWords({ caseNumber }: ContactName): string {
  return caseNumber === null ? '!telefoon' : `!registreer ${caseNumber}`;
}

function ownLines(own: readonly ContactName[]): readonly string[] {
  if (own.length === 0) return ['Er staat niets op je lijst: al je contacten zijn geregistreerd.'];
  return [
    'Nog te registreren:',
    ...own.map(
      (each) =>
        `• ${contactWords(each)}${each.caseNumber === null ? '' : `, ${dayWords(each.day)}`}: ${resumeWords(each)}`,
    ),
  ];
}

function teamLines(teams: readonly UnregisteredCount[] | null): readonly string[] {
  if (teams === null) return [];
  if (teams.length === 0) return ['', 'Bij de teams staat niets open.'];
  const name = (team: string | null) => team ?? 'Zonder team';
  return [
    '',
    'Bij de teams staat open:',
    ...teams.map(({ team, count }) => `• ${name(team)}: ${String(count)}`),
  ];
}
