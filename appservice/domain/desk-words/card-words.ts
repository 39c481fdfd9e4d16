import type { DeskMessage } from '../desk-message.ts';
import type { Province } from '../roster.ts';
import { minuteMs, type Instant } from '../time.ts';
import { clockTime, minutesAndSeconds } from './time-words.ts';

type Card = Extract<DeskMessage, { kind: 'card' }>;

/** A province as people write it. */
export const provinceNames: Readonly<Record<Province, string>> = {
  antwerpen: 'Antwerpen',
  limburg: 'Limburg',
  'oost-vlaanderen': 'Oost-Vlaanderen',
  'vlaams-brabant': 'Vlaams-Brabant',
  'west-vlaanderen': 'West-Vlaanderen',
};

/**
 * A card with a hand, in the state it is in (design 7). The first words are what a desktop notification shows. The time is
 * the wall clock's, so that it stays right while the card lies there.
 */
export function cardWords(card: Card, now: Instant): string {
  const conversation = `gesprek ${card.caseNumber}`;
  switch (card.state.name) {
    case 'open':
      return [
        `✋ Iemand wacht · ${regionWords(card)} · ${conversation} · ${sinceWords(card, now)}`,
        '✋ of !neem: jij neemt het. ✖ of !niet: we vragen het aan iemand anders.',
      ].join('\n');
    case 'taken':
      return card.state.who === null
        ? `✅ Jij neemt ${conversation} · ${regionWords(card)}\nOpen de uitnodiging “Gesprek ${card.caseNumber}” en druk op Accepteren.`
        : `✅ ${card.state.who} neemt ${conversation} · ${regionWords(card)}`;
    case 'passed':
      return `✖ Je gaf ${conversation} door. We zoeken iemand anders.`;
    case 'missed':
      return `Gemist: ${conversation} · ${regionWords(card)}. We zoeken iemand anders.`;
    case 'withdrawn':
      return `Niet meer nodig: ${conversation}. Een collega heeft het, of de beller is weg.`;
    case 'returned':
      return `Weer vrij: ${conversation}.`;
    case 'handed-over':
      return `${card.state.to} heeft ${conversation} van je overgenomen.`;
    case 'received':
      return `✅ Jij hebt ${conversation} overgenomen van ${card.state.from} · ${regionWords(card)}\nJe bent al in de kamer. Zeg de beller gerust wie je bent.`;
    case 'ended':
      return `Afgelopen: ${conversation}.`;
  }
}

function regionWords(card: Card): string {
  if (card.province === null) return 'regio onbekend';
  const region = `regio ${provinceNames[card.province]}`;
  return card.isOtherProvince ? `${region} (andere provincie)` : region;
}

function sinceWords(card: Card, now: Instant): string {
  const waitedMs = now - card.waitingSince;
  const since = `sinds ${clockTime(card.waitingSince)}`;
  return waitedMs < minuteMs ? since : `${since} (al ${minutesAndSeconds(waitedMs)} min)`;
}
