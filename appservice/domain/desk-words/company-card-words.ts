import type { CompanyCardState, CompanyMessage } from '../desk-messages/company-message.ts';
import { provinceNames } from './card-words.ts';

type Card = Extract<CompanyMessage, { code: 'card' }>;

/** The card that asks a colleague to come, in the state it is in. Its first words are what a desktop notification shows. */
export function companyCardWords(card: Card): string {
  const { caseNumber, state } = card;
  if (state !== 'open') return closedWords(caseNumber)[state];
  const region = card.province === null ? 'regio onbekend' : `regio ${provinceNames[card.province]}`;
  const answer = card.purpose === 'takes-over' ? 'ik neem het over' : 'ik kom meelezen';
  return [
    `${question(card)} · ${region}`,
    `✅ of !neem ${caseNumber}: ${answer}. ❌ of !niet ${caseNumber}: nu niet. Zonder antwoord stopt de vraag na een minuut.`,
  ].join('\n');
}

function question({ purpose, from, caseNumber }: Card): string {
  switch (purpose) {
    case 'takes-over':
      return `${from} vraagt of jij gesprek ${caseNumber} overneemt`;
    case 'reads-along':
      return `${from} vraagt of jij meeleest in gesprek ${caseNumber}`;
    case 'help':
      return `${from} vraagt stil om hulp in gesprek ${caseNumber}`;
  }
}

const closedWords = (number: string): Readonly<Record<Exclude<CompanyCardState, 'open'>, string>> => ({
  coming: `✅ Je komt bij gesprek ${number}. De beller hoort dat nu en mag nee zeggen. Zo meteen zie je in Element de uitnodiging “Gesprek ${number}”: druk dan op Accepteren. Toch niet? Schrijf !niet ${number}.`,
  came: `✅ Je kwam bij gesprek ${number}.`,
  declined: `❌ Je komt nu niet bij gesprek ${number}. Dat is goed, je collega weet het.`,
  missed: `Gemist: de vraag over gesprek ${number}. Je collega weet dat het nu niet ging.`,
  withdrawn: `Niet meer nodig: gesprek ${number}. Een collega komt al, of het gesprek is voorbij.`,
  'caller-refused': `De beller van gesprek ${number} wil er liever niemand bij. Je hoeft niets te doen.`,
  'not-invited': `Gesprek ${number}: de uitnodiging raakte niet tot bij jou. Je hoeft niets te doen.`,
  'not-joined': `Gesprek ${number}: je was na een minuut nog niet in de kamer, dus de uitnodiging is weer weg.`,
  'identity-changed': `Gesprek ${number}: je kan nu niet komen, want je sleutels in Element zijn veranderd. Bel een coördinator.`,
  'left-service': `Gesprek ${number}: je werkt hier niet meer, dus je kan niet komen.`,
});
