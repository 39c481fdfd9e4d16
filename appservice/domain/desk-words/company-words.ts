import type { CompanyMessage, NotComing, ReadingOver } from '../desk-messages/company-message.ts';
import { companyCardWords } from './company-card-words.ts';
import { companyRefusalWords } from './company-refusal-words.ts';

/** What the desk says about hand-over, consult, help call and what the caller said to it (R25, R54, S40, S43). */
export function companyWords(message: CompanyMessage): string {
  switch (message.code) {
    case 'card':
      return companyCardWords(message);
    case 'refusal':
      return companyRefusalWords(message.refusal);
    case 'asked':
      return askedWords(message);
    case 'coming':
      return comingWords(message);
    case 'came':
      return cameWords(message);
    case 'not-coming':
      return `Gesprek ${message.caseNumber}: ${notComingBecause(message.who)[message.why]} ${wayOut(message)}`;
    case 'share-now':
      return [
        `Gesprek ${message.caseNumber}: nu. De beller is even weg, dus jij laat ${message.who} binnen.`,
        `Open “Gesprek ${message.caseNumber}” in Element, schrijf daar precies dit en druk op Enter:`,
        `/invite ${message.colleague}`,
        'Begin met de schuine streep. Vraagt Element of je zeker bent, bevestig dan.',
        'Je hebt twee minuten. Lukt het niet, vraag dan opnieuw met !geef of !overleg. De beller ziet die regel niet, en alleen deze collega kan erbij.',
      ].join('\n');
    case 'invitation-seen':
      return `Gesprek ${message.caseNumber}: ${message.who} is uitgenodigd, dank je. Je hoeft verder niets te doen.`;
    case 'help-called':
      return `Je oproep voor gesprek ${message.caseNumber} ligt nu bij ${message.names.join(', ')}. De beller merkt er niets van. Je hoort hier wie er komt.`;
    case 'help-unanswered':
      return `Gesprek ${message.caseNumber}: nog geen coördinator kon komen. Bel je coördinator, of roep opnieuw met !collega. Is er gevaar, bel 101 of 112.`;
    case 'reader-gone':
      return `Gesprek ${message.caseNumber}: ${readerGone(message.who)[message.why]}`;
    case 'reading-over':
      return `Gesprek ${message.caseNumber}: ${readingOver(message.caseNumber)[message.why]}`;
    case 'handed-over':
      return `Dank je wel: ${message.who} neemt gesprek ${message.caseNumber} nu van je over. Je hoeft niets meer te doen.`;
    case 'stranger':
      return `In gesprek ${message.caseNumber} nodigde je ${message.stranger} uit. Dat kan daar niet: bij een beller komt alleen wie je hier vraagt, zodat de beller het vooraf weet. Ik heb de uitnodiging weggehaald. Een collega vraag je met !overleg of !geef en de naam.`;
  }
}

type Named = Extract<CompanyMessage, { code: 'asked' | 'coming' | 'came' }>;

const named = ({ who, team }: Named): string => (team === null ? who : `${who} (team ${team})`);

function askedWords(message: Named): string {
  const what = message.purpose === 'takes-over' ? 'het over te nemen' : 'mee te lezen';
  return `Gesprek ${message.caseNumber}: ik vraag ${named(message)} om ${what}. Je hoort het binnen een minuut.`;
}

function comingWords(message: Named): string {
  const what = message.purpose === 'takes-over' ? 'neemt het over' : 'komt meelezen';
  return `Gesprek ${message.caseNumber}: ${named(message)} ${what}. De beller krijgt nu te zien wie er komt en mag nee zeggen. Zeg het gerust ook zelf.`;
}

function cameWords({ caseNumber, who, purpose }: Named): string {
  return purpose === 'takes-over'
    ? `Gesprek ${caseNumber}: ${who} is er en leest alles vanaf het begin. Stel ${who} voor, en schrijf !overgenomen als jij weg kan.`
    : `Gesprek ${caseNumber}: ${who} is er en leest mee vanaf het begin. De beller ziet dat.`;
}

const notComingBecause = (who: string): Readonly<Record<NotComing, string>> => ({
  declined: `${who} kan nu niet komen.`,
  missed: `${who} antwoordde niet.`,
  withdrawn: `de vraag aan ${who} is weer weg.`,
  'caller-refused': `de beller wil ${who} er liever niet bij, en dat mag.`,
  'not-invited': `${who} raakte niet binnen: er kwam geen uitnodiging in de kamer.`,
  'not-joined': `${who} was na een minuut nog niet in de kamer, dus de uitnodiging is weer weg.`,
  'identity-changed': `${who} kan niet komen: de sleutels in Element zijn veranderd en nog niet bevestigd.`,
  'left-service': `${who} werkt hier niet meer.`,
});

function wayOut({ why, purpose, caseNumber }: Extract<CompanyMessage, { code: 'not-coming' }>): string {
  if (purpose === 'help') {
    return why === 'caller-refused'
      ? `Wil je zelf niet alleen verder? Bel je coördinator. Je mag het gesprek ook afsluiten met !einde ${caseNumber}.`
      : `Roep opnieuw met !collega ${caseNumber}, of bel je coördinator. Is er gevaar, bel 101 of 112.`;
  }
  if (why === 'withdrawn') return 'Je hoeft niets te doen.';
  if (why === 'caller-refused') return 'Ga verder zoals het was, of spreek er samen over.';
  const command = purpose === 'takes-over' ? '!geef' : '!overleg';
  return `Vraag iemand anders met ${command} en de naam; met !wie zie je wie er is.`;
}

const readerGone = (who: string): Readonly<Record<ReadingOver, string>> => ({
  stopped: `${who} leest niet meer mee.`,
  left: `${who} heeft de kamer verlaten en leest niet meer mee.`,
  'identity-changed': `${who} leest niet meer mee: de sleutels in Element zijn veranderd en nog niet bevestigd.`,
  'left-service': `${who} werkt hier niet meer en leest niet meer mee.`,
  ended: `${who} leest niet meer mee.`,
  returned: `${who} leest niet meer mee.`,
});

const readingOver = (number: string): Readonly<Record<ReadingOver, string>> => ({
  stopped: 'je leest niet meer mee. Dank je wel; sluit de kamer in Element.',
  left: 'je hebt de kamer verlaten, dus je leest niet meer mee. Sluit de kamer in Element.',
  'identity-changed':
    'je leest niet meer mee, want je sleutels in Element zijn veranderd. Bel een coördinator.',
  'left-service': 'je werkt hier niet meer, dus je leest niet meer mee.',
  ended: 'het is afgelopen. Dank je wel; sluit de kamer in Element.',
  returned: `je collega heeft het niet meer, en het wacht nu op iemand. Wil jij verder met de beller? Schrijf !neem ${number}.`,
});
