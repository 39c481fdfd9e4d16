import type { CoordinationMessage, Standing, StandingPerson } from '../desk-messages/coordination-message.ts';
import { minuteMs, type Instant } from '../time.ts';
import { clockTime, minutesAndSeconds, momentSeenFrom } from './time-words.ts';

/** What the desk says to coordinators about the whole helpline (S30, S37). */
export function coordinationWords(message: CoordinationMessage, now: Instant): string {
  switch (message.code) {
    case 'standing':
      return standingWords(message.standing, now);
    case 'all-stopped':
      return [
        `${message.who} heeft de chat gesloten en alle gesprekken gestopt: ${conversationsWords(message.conversations)}.`,
        'Bellers zien andere manieren om hulp te vragen. De chat gaat weer open met !open, of anders bij de volgende openingstijd.',
      ].join('\n');
    case 'offboarding':
      return offboardingWords(message);
    case 'offboarding-over':
      return `Die vraag is voorbij. Moet ${message.who} nog uit dienst? Schrijf opnieuw !uitdienst ${message.who}.`;
    case 'offboarded':
      return [
        `${message.who} staat uit en krijgt hier niets meer. Het account wordt nu gesloten.`,
        message.conversations === 0
          ? `${message.who} had geen gesprek.`
          : `Wat ${message.who} had, vragen we aan iemand anders: ${conversationsWords(message.conversations)}.`,
        'Laat de beheerder de naam ook uit de lijst van medewerkers halen. Wat nog op eigen toestellen staat, kunnen wij niet wissen.',
      ].join('\n');
    case 'account-closed':
      return `Het account van ${message.who} is gesloten: overal afgemeld en uit alle kamers.`;
    case 'not-your-team':
      return `${message.who} zit niet in jouw team. Vraag het aan de coördinator van dat team.`;
    case 'already-offboarded':
      return `${message.who} werkt hier al niet meer: het account is gesloten, of dat gebeurt zo meteen.`;
    case 'not-yourself':
      return 'Je eigen account kan je niet sluiten. Vraag het aan een andere coördinator.';
  }
}

function offboardingWords({
  who,
  conversations,
  unregistered,
  state,
}: Extract<CoordinationMessage, { code: 'offboarding' }>): string {
  if (state === 'confirmed') return `✅ ${who} gaat uit dienst.`;
  if (state === 'kept') return `❌ ${who} blijft in dienst. Er is niets veranderd.`;
  return [
    `${who} gaat nu uit dienst: het account gaat dicht, en dat kan je niet terugdraaien. Zeker?`,
    ...(conversations === 0 ? [] : [`Gaat naar iemand anders: ${conversationsWords(conversations)}.`]),
    ...(unregistered === 0
      ? []
      : [
          `Nog niet geregistreerd: ${contactsWords(unregistered)}. Vraag ${who} dat eerst te doen, daarna kan het niet meer.`,
        ]),
    '✅ ja · ❌ nee. Zonder antwoord gebeurt er niets, en na tien minuten vervalt de vraag.',
  ].join('\n');
}

function standingWords(standing: Standing, now: Instant): string {
  return [
    'Zo staat het nu:',
    `• Chat: ${scheduleWords(standing, now)}`,
    `• Wachten: ${waitingWords(standing, now)}`,
    `• In gesprek: ${String(standing.inConversation)}.`,
    ...(standing.blocks.length === 0 ? [] : [`• Geblokkeerd: ${blockWords(standing, now)}.`]),
    ...(standing.unregistered.length === 0
      ? []
      : [`• Nog te registreren: ${standing.unregistered.map(countWords).join(', ')}.`]),
    ...(standing.people.length === 0
      ? ['• Er staat nu niemand aan.']
      : ['• Aan de balie:', ...standing.people.map(personWords)]),
  ].join('\n');
}

const chatIs: Readonly<Record<Standing['schedule'], string>> = {
  open: 'open',
  closed: 'dicht volgens de openingsuren',
  holiday: 'dicht, het is een feestdag',
  exceptional: 'uitzonderlijk dicht; met !open gaat ze weer open',
};

function scheduleWords({ schedule, opensAt }: Standing, now: Instant): string {
  if (opensAt === null) return `${chatIs[schedule]}.`;
  return `${chatIs[schedule]}. Weer open: ${momentSeenFrom(now, opensAt)}.`;
}

function blockWords({ blocks }: Standing, now: Instant): string {
  return blocks
    .map(({ caseNumber, until }) => `gesprek ${caseNumber} tot ${momentSeenFrom(now, until)}`)
    .join(', ');
}

function countWords({ team, count }: Standing['unregistered'][number]): string {
  return `${team ?? 'zonder team'} ${String(count)}`;
}

function waitingWords({ waiting, waitingSince }: Standing, now: Instant): string {
  if (waitingSince === null) return 'niemand.';
  const waitedMs = now - waitingSince;
  const how = waitedMs < minuteMs ? '' : `, al ${minutesAndSeconds(waitedMs)} min`;
  return `${String(waiting)}, het langst sinds ${clockTime(waitingSince)}${how}.`;
}

function personWords({ name, team, state, conversations }: StandingPerson): string {
  const who = team === null ? name : `${name} (${team})`;
  const pause = state === 'paused' ? 'pauze' : 'aan';
  return `   ${who}: ${pause}${conversations === 0 ? '' : `, ${conversationsWords(conversations)}`}`;
}

function contactsWords(count: number): string {
  return count === 1 ? '1 contact' : `${String(count)} contacten`;
}

function conversationsWords(count: number): string {
  return count === 1 ? '1 gesprek' : `${String(count)} gesprekken`;
}
