import type { DeskRoomMessage } from '../desk-messages/desk-room-message.ts';
import type { CaseNumber } from '../ids.ts';
import { intrusionWords } from './intrusion-words.ts';

/** What the desk says about the desk rooms themselves: edits, wrong rooms, old cards (design 7). */
export function deskRoomWords(message: DeskRoomMessage): string {
  switch (message.code) {
    case 'own-desk':
      return `${notForCallers(message.caseNumbers)} Een commando begint met een uitroepteken, zoals !help.`;
    case 'edit-too-late':
      return 'Je wijzigde een bericht waar ik al op reageerde. Ik deed wat er eerst stond. Wil je iets anders? Schrijf het als nieuw bericht.';
    case 'edit-not-obeyed':
      return 'Een bericht dat je achteraf wijzigt, voer ik niet uit. Schrijf je opdracht als nieuw bericht.';
    case 'removal-too-late':
      return 'Iets terugnemen maakt het niet ongedaan: het was al gebeurd. Een gesprek sluit je af met !einde.';
    case 'card-over':
      return `Gesprek ${message.caseNumber} is voorbij. Met deze kaart hoef je niets meer te doen.`;
    case 'command-moved':
      return 'Je opdracht stond in de teambalie. Ik heb ze daar weggehaald, want daar lezen collega’s mee. Schrijf opdrachten hier.';
    case 'new-desk':
      return 'Dit is je nieuwe balie. De vorige heb je niet meer nodig: je mag ze in Element vergeten. Schrijf je opdrachten voortaan hier, !help toont welke er zijn.';
    case 'stranger-removed':
      return 'Iemand die er niet bij hoort, kwam in een balie terecht. Die is er weer uit. Moet er iemand bij? Vraag het aan je coördinator.';
    case 'intrusion':
      return intrusionWords(message);
  }
}

/** To whoever writes at their desk what a caller may have been meant to read. */
export function notForCallers(caseNumbers: readonly CaseNumber[]): string {
  const rooms = caseNumbers.map((caseNumber) => `“Gesprek ${caseNumber}”`).join(' of ');
  return `Dit is je balie: de beller leest dit niet. Was het voor de beller? Schrijf het in ${rooms}.`;
}

/** The reason that Element shows when an own desk room is replaced. */
export const deskRenewedSentence =
  'Elke maand krijg je een nieuwe balie. Neem de uitnodiging aan; deze mag je vergeten.';

/** The reason that Element shows to whoever is removed from a desk room. */
export const deskRemovalSentence =
  'Deze balie is voor de mensen van het team. Klopt dat niet? Bel je coördinator.';
