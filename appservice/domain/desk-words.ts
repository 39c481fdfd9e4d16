import type { DeskMessage } from './desk-message.ts';
import { cardWords } from './desk-words/card-words.ts';
import { commandProblemWords } from './desk-words/command-problem-words.ts';
import { endedWords, misplacedWords, nudgeWords, returnedWords } from './desk-words/conversation-words.ts';
import { dutyEndWords, dutyWords, stillPausedWords, whoWords } from './desk-words/duty-words.ts';
import { faultWords } from './desk-words/fault-words.ts';
import { feedbackWords, remarkWords } from './desk-words/feedback-words.ts';
import { helpWords } from './desk-words/help-words.ts';
import { refusalWords } from './desk-words/refusal-words.ts';
import { companyWords } from './desk-words/company-words.ts';
import { blockingWords } from './desk-words/blocking-words.ts';
import { recognitionWords } from './desk-words/recognition-words.ts';
import { courseWords } from './desk-words/course-words.ts';
import { aftermathWords } from './desk-words/aftermath-words.ts';
import { registerWords } from './desk-words/register-words.ts';
import { coordinationWords } from './desk-words/coordination-words.ts';
import { deskRoomWords } from './desk-words/desk-room-words.ts';
import { momentSeenFrom } from './desk-words/time-words.ts';
import type { Instant } from './time.ts';

/**
 * What the desk says, in the Dutch of a Flemish helpline: plain text, lines parted by `\n`, times of the helpline's wall
 * clock. `now` is the instant of saying it. Names and words that people wrote stand in it as they are: never put it into HTML.
 */
export function deskWords(message: DeskMessage, now: Instant): string {
  if ('message' in message) return areaWords(message, now);
  switch (message.kind) {
    case 'card':
      return cardWords(message, now);
    case 'welcome':
      return welcomeWords(message.name);
    case 'duty':
      return dutyWords(message, now);
    case 'duty-ended':
      return dutyEndWords[message.reason];
    case 'still-paused':
      return stillPausedWords(message.isSomebodyWaiting);
    case 'who':
      return whoWords(message.lines);
    case 'help':
      return helpWords(message.isCoordinator);
    case 'refusal':
      return refusalWords(message.refusal);
    case 'command-problem':
      return commandProblemWords(message.problem);
    case 'passed':
      return `Oké, we vragen gesprek ${message.caseNumber} aan iemand anders.`;
    case 'nudge':
      return nudgeWords(message.caseNumber);
    case 'misplaced':
      return misplacedWords(message.caseNumber);
    case 'returned':
      return returnedWords(message.caseNumber, message.reason);
    case 'conversation-ended':
      return endedWords(message);
    case 'helpline-closed':
      return closedWords(message, now);
    case 'helpline-opened':
      return `${message.who} heeft de uitzonderlijke sluiting opgeheven. De gewone openingsuren gelden weer.`;
    case 'identity-to-confirm':
      return toConfirmWords(message);
    case 'identity-confirmed':
      return `De nieuwe sleutels van ${message.who} zijn bevestigd. ${message.who} kan weer !aan schrijven.`;
    case 'fault':
      return faultWords(message.report, now);
    case 'feedback':
      return feedbackWords(message.groups);
    case 'remarks':
      return remarkWords(message.found);
  }
}

type OfArea = Extract<DeskMessage, { readonly message: unknown }>;

/** What an area of the desk says, by its own table of words. */
function areaWords(area: OfArea, now: Instant): string {
  switch (area.kind) {
    case 'company':
      return companyWords(area.message);
    case 'blocking':
      return blockingWords(area.message);
    case 'recognition':
      return recognitionWords(area.message, now);
    case 'course':
      return courseWords(area.message);
    case 'aftermath':
      return aftermathWords(area.message, now);
    case 'register':
      return registerWords(area.message);
    case 'coordination':
      return coordinationWords(area.message, now);
    case 'desk-room':
      return deskRoomWords(area.message);
  }
}

function welcomeWords(name: string): string {
  return [
    `Dag ${name}, dit is jouw eigen balie van 1712 online. Alleen jij en ik lezen hier mee.`,
    'Wil je gesprekken krijgen? Schrijf !aan. Stop je? Schrijf !uit. Met !help zie je wat er nog kan.',
    'Als iemand wacht, krijg je hier een bericht met ✋. Wat een beller in een gesprek schrijft, komt hier nooit te staan.',
  ].join('\n');
}

function closedWords(message: Extract<DeskMessage, { kind: 'helpline-closed' }>, now: Instant): string {
  const until =
    message.until === null
      ? 'tot iemand het weer opent met !open, of tot de helpline volgens de openingsuren weer opengaat'
      : `tot ${momentSeenFrom(now, message.until)}`;
  return `${message.who} heeft 1712 online uitzonderlijk gesloten, ${until}. Lopende gesprekken gaan gewoon door.`;
}

function toConfirmWords({ who, codes }: Extract<DeskMessage, { kind: 'identity-to-confirm' }>): string {
  const [first] = codes;
  return [
    `${who} heeft andere sleutels in Element dan vroeger, en staat daarom uit.`,
    ...(first === undefined ? withoutCode(who) : withCode(who, [first, ...codes.slice(1)])),
    'Klopt het niet, of krijg je niemand te pakken? Bevestig dan niets en verwittig de beheerder.',
  ].join('\n');
}

function withCode(who: string, codes: readonly [string, ...string[]]): readonly string[] {
  return [
    `Bel ${who} op het nummer dat je kent, of vraag het in het echt. Vraag om in Element te openen: Instellingen → Versleuteling → Geavanceerd (Engels: Settings → Encryption → Advanced), en daar het begin van de sessiesleutel (Session key) voor te lezen.`,
    `Dat moet zijn: ${codes.join(', of ')}. Zeg het niet voor: laat ${who} het lezen.`,
    `Klopt het? Schrijf dan !bevestig ${who} ${codes[0]}${codes.length > 1 ? ', met de code die je hoorde' : ''}.`,
  ];
}

function withoutCode(who: string): readonly string[] {
  return [
    `Ik zie geen toestel dat bij die nieuwe sleutels hoort, dus je kan ze nog niet bevestigen. Bel ${who} op het nummer dat je kent.`,
    `Klopt het dat ${who} de sleutels veranderde? Vraag dan om ze in Element opnieuw in te stellen (Instellingen → Versleuteling → Geavanceerd). Daarna krijg je hier een nieuw bericht.`,
  ];
}
