import type { AftermathMessage } from '../desk-messages/aftermath-message.ts';
import type { AftermathRefusal } from '../reopening.ts';
import type { Instant } from '../time.ts';
import { lookedWords } from './looked-words.ts';
import { momentSeenFrom } from './time-words.ts';

/** What the desk says about conversations that are over: reopened, shared, looked at (R53, R55, S32). */
export function aftermathWords(message: AftermathMessage, now: Instant): string {
  switch (message.code) {
    case 'refused':
      return aftermathRefusalWords(message.refusal);
    case 'reopened':
      return reopenedWords(message, now);
    case 'shared':
      return sharedWords(message, now);
    case 'shared-with-you':
      return `${message.who} deelt gesprek ${message.caseNumber} met jou, tot ${momentSeenFrom(now, message.until)}. Straks komt er in Element een uitnodiging van ${message.who}: aanvaard ze, dan lees je alles. Schrijf er niets, de beller ziet het nooit.`;
    case 'invited':
      return `${message.who} is uitgenodigd in gesprek ${message.caseNumber}. Je hoeft verder niets te doen; na het uur gaan jullie er allebei uit.`;
    case 'stranger':
      return `In gesprek ${message.caseNumber} nodigde je ${message.stranger} uit. Dat kan niet, dus ik heb het ongedaan gemaakt en het staat in het logboek. Delen doe je met !deel, het nummer en de naam.`;
    case 'looked':
      return lookedWords(message, now);
  }
}

function reopenedWords(
  { caseNumber, until, isAgain }: Extract<AftermathMessage, { code: 'reopened' }>,
  now: Instant,
): string {
  const moment = momentSeenFrom(now, until);
  const opened = isAgain
    ? `Gesprek ${caseNumber} is al open voor jou, tot ${moment}. De uitnodiging staat weer in Element.`
    : `Gesprek ${caseNumber} is weer open voor jou, tot ${moment}. Aanvaard de uitnodiging in Element. Dat je het opende, en waarom, staat in het logboek.`;
  return [
    opened,
    'Je leest wat je toestellen nog kunnen lezen. Alleen jij bent daar: schrijf er niets, de beller ziet het nooit.',
  ].join('\n');
}

function sharedWords(
  { caseNumber, until, who, colleague }: Extract<AftermathMessage, { code: 'shared' }>,
  now: Instant,
): string {
  return [
    `Gesprek ${caseNumber} is open voor jou en ${who}, tot ${momentSeenFrom(now, until)}. Zo laat je ${who} lezen:`,
    `1. Open “Gesprek ${caseNumber}” in Element; staat er een uitnodiging, aanvaard ze dan eerst.`,
    `2. Schrijf daar precies dit en druk op Enter:`,
    `/invite ${colleague}`,
    `Begin met de schuine streep. Vraagt Element of je zeker bent, bevestig dan. Lukt het niet, schrijf dan opnieuw !deel, het nummer en de naam.`,
    `Alleen ${who} kan erbij, en leest wat jij kan lezen. Dat je het deelt, staat in het logboek.`,
  ].join('\n');
}

function aftermathRefusalWords(refusal: AftermathRefusal): string {
  switch (refusal.code) {
    case 'not-yours':
      return `Gesprek ${refusal.caseNumber} vind ik niet, of het is niet van jou. Kijk het nummer na. Lezen kan alleen wie erbij was; vraag het aan die collega. Dat je dit vroeg, staat in het logboek.`;
    case 'not-of-team':
      return `Gesprek ${refusal.caseNumber} vind ik niet, of een ander team staat ervoor in. Kijk het nummer na, of vraag het aan een coördinator van dat team. Dat je dit vroeg, staat in het logboek.`;
    case 'still-going':
      return `Gesprek ${refusal.caseNumber} loopt nog, dus er valt niets te heropenen.`;
    case 'other-team':
      return `${refusal.who} zit in een ander team. Een gesprek blijft bij het team dat ervoor instaat, dus delen kan alleen daarbinnen.`;
    case 'not-with-yourself':
      return 'Met jezelf delen hoeft niet. Wil je het zelf opnieuw lezen? Schrijf !heropen, het nummer en waarom.';
  }
}
