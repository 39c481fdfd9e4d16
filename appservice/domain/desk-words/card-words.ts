import type { CallerConnection } from '../connection.ts';
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
    case 'held':
      return [
        `✅ ${capitalised(conversation)} · ${regionWords(card)}`,
        `${talkingWords(card.state.talkingSince)} ${connectionWords(card.state.connection, now)}`,
      ].join('\n');
    case 'passed':
      return `✖ Je gaf ${conversation} door. We zoeken iemand anders.`;
    case 'missed':
      return `Gemist: ${conversation} · ${regionWords(card)}. We zoeken iemand anders.`;
    case 'withdrawn':
      return `Niet meer nodig: ${conversation}. Een collega heeft het, of de beller is weg.`;
    case 'returned':
      return `Weer vrij: ${conversation}.`;
    case 'handed-over':
      return `Doorgegeven: ${conversation}, nu bij ${card.state.to}.`;
    case 'received':
      return `✅ Jij hebt ${conversation} overgenomen van ${card.state.from} · ${regionWords(card)}\nJe bent al in de kamer. Zeg de beller gerust wie je bent.`;
    case 'ended':
      return `Afgelopen: ${conversation}.`;
    case 'left-quickly':
      return `Snel weg: stuur niets in ${conversation}. Misschien kwam er iemand binnen.`;
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

function talkingWords(since: Instant | null): string {
  return since === null
    ? 'Je bent in de kamer: de beller wacht op je eerste woord.'
    : `Jullie praten sinds ${clockTime(since)}.`;
}

/** A length that is edited in only now and then stands beside the wall clock, which stays right. */
function connectionWords(connection: CallerConnection, now: Instant): string {
  const since = clockTime(connection.since);
  if (connection.state === 'away') {
    return `De beller is weg sinds ${since} (al ${minutesAndSeconds(now - connection.since)} min). Na vijf minuten zonder verbinding sluit het gesprek vanzelf.`;
  }
  return connection.wasAwayMs === null
    ? 'De beller is verbonden.'
    : `De beller is terug sinds ${since}, na ${minutesAndSeconds(connection.wasAwayMs)} min weg.`;
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
