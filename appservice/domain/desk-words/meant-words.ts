import type { CaseNumber } from '../ids.ts';
import type { ConversationCommand, JustOver, NotMeant } from '../meant-conversation.ts';

type Which = Extract<NotMeant, { readonly code: 'which-conversation' }>;

/** No conversation is meant, or more than one may be: what was not done, and the whole command to write. */
export function meantWords(problem: NotMeant): string {
  return problem.code === 'no-conversation' ? noneWords(problem) : whichWords(problem);
}

function noneWords({ command, caseNumber }: Extract<NotMeant, { readonly code: 'no-conversation' }>): string {
  const none =
    caseNumber === null
      ? 'Je hebt nu geen gesprek dat loopt.'
      : `Gesprek ${caseNumber} heb je nu niet: het is voorbij, of een collega heeft het.`;
  return command === 'collega' ? `${none} Heb je hulp nodig? Bel je coördinator.` : none;
}

function whichWords(which: Which): string {
  const { command, running, over } = which;
  if (over.length === 0) return `Je hebt meer dan één gesprek. Schrijf het nummer erbij: ${examples(which)}.`;
  if (command === 'blokkeer') return whichToBlock(which);
  const gone = over.map(goneSentence).join(' ');
  const [only, ...others] = running;
  if (only === undefined || others.length > 0)
    return `${gone} Bedoel je een ander? Schrijf dan ${examples(which)}.`;
  const meant = command === 'einde' ? `Wil je gesprek ${only} afsluiten?` : `Bedoel je gesprek ${only}?`;
  return `${gone} ${meant} Schrijf dan ${examples(which)}.`;
}

/** Here the one that is over may be meant as well. */
function whichToBlock(which: Which): string {
  const numbers = [...which.over.map(({ caseNumber }) => caseNumber), ...which.running];
  const over = which.over.map(({ caseNumber }) => `gesprek ${caseNumber} is net afgelopen`);
  const running = which.running.map((caseNumber) => `gesprek ${caseNumber} loopt nog`);
  const facts = [...over, ...running].join(' en ');
  const commands = numbers.map((caseNumber) => whole(which, caseNumber)).join(', of ');
  return `${facts.replace(/^g/u, 'G')}. Welk bedoel je? Schrijf ${commands}.`;
}

function goneSentence({ caseNumber, wasReading }: JustOver): string {
  return wasReading
    ? `In gesprek ${caseNumber} lees je niet meer mee.`
    : `Gesprek ${caseNumber} is al afgelopen.`;
}

function examples(which: Which): string {
  return which.running.map((caseNumber) => whole(which, caseNumber)).join(' of ');
}

const rests: Readonly<Record<ConversationCommand, string>> = {
  einde: '',
  blokkeer: ' en waarom',
  collega: '',
  overleg: '',
  geef: '',
  ip: ' en waarom',
  codewoord: ' en het woord',
  afronden: '',
  verder: ' en waarom',
  overgenomen: '',
};

function whole({ command, who }: Which, caseNumber: CaseNumber): string {
  return `!${command} ${caseNumber}${who === null ? rests[command] : ` ${who}`}`;
}
