import type { BlockingMessage, BlockingRefusal } from '../desk-messages/blocking-message.ts';
import { clockTime } from './time-words.ts';

/** What the desk says about blocks: made, lifted, listed, doubted (R35). */
export function blockingWords(message: BlockingMessage): string {
  switch (message.code) {
    case 'blocked':
      return blockedWords(message);
    case 'shared-line':
      return sharedLineWords(message);
    case 'team-block':
      return message.about === null ? otherTeamWords(message) : ownTeamWords(message, message.about);
    case 'block-lifted':
      return `De blokkering van gesprek ${message.caseNumber} is opgeheven. De beller kan weer chatten.`;
    case 'block-list-unreadable':
      return [
        'De chat is nu dicht voor iedereen: de lijst van geblokkeerde bellers kan niet gelezen worden.',
        'Lopende gesprekken gaan gewoon door. Verwittig de beheerder. Je hoort het hier als de chat weer opengaat.',
      ].join('\n');
    case 'block-list-readable':
      return 'De lijst van geblokkeerde bellers is weer leesbaar. De gewone openingsuren van de chat gelden weer.';
    case 'nothing-to-block':
    case 'not-yours-to-block':
    case 'too-late-to-block':
    case 'nothing-known':
    case 'already-blocked':
    case 'no-block':
    case 'which-block':
    case 'block-of-other-team':
      return blockingRefusalWords(message);
  }
}

type Of<Code extends BlockingMessage['code']> = Extract<BlockingMessage, { readonly code: Code }>;

function blockedWords({ caseNumber, until, line, hasDevice }: Of<'blocked'>): string {
  const device = hasDevice ? 'dit toestel' : '';
  const connection = line === 'blocked' ? 'deze internetverbinding' : '';
  const what = [device, connection].filter((each) => each !== '').join(' en ');
  const from = what === '' ? '' : ` vanaf ${what}`;
  return [
    `Gesprek ${caseNumber} is gedaan. De beller kan tot ${clockTime(until)} niet chatten${from}; bellen en mailen kan wel.`,
    ...lineSentences[line],
    `Vergissing? Schrijf !vrij ${caseNumber}.`,
  ].join('\n');
}

const lineSentences: Readonly<Record<Of<'blocked'>['line'], readonly string[]>> = {
  blocked: [],
  spared: [],
  asked: ['Over de internetverbinding krijg je hieronder een vraag.'],
  unknown: ['De internetverbinding is niet bekend en is dus niet geblokkeerd.'],
};

function sharedLineWords({ caseNumber, choice }: Of<'shared-line'>): string {
  switch (choice) {
    case null:
      return [
        `Gesprek ${caseNumber}: er is nog een gesprek vanaf dezelfde internetverbinding (gezin, school).`,
        '✅ ook die verbinding blokkeren · ❌ alleen dit toestel',
        'Een gesprek dat al loopt, gaat hoe dan ook door.',
      ].join('\n');
    case 'blocked':
      return `✅ Gesprek ${caseNumber}: de internetverbinding is ook geblokkeerd.`;
    case 'spared':
      return `❌ Gesprek ${caseNumber}: alleen het toestel is geblokkeerd, de internetverbinding niet.`;
    case 'over':
      return `Gesprek ${caseNumber}: de blokkering is gedaan, er valt niets meer te kiezen.`;
  }
}

function otherTeamWords({ until, state }: Of<'team-block'>): string {
  switch (state.name) {
    case 'holds':
      return `Een beller is geblokkeerd tot ${clockTime(until)} (chat).`;
    case 'lifted':
      return `De blokkering van een beller (chat, tot ${clockTime(until)}) is opgeheven.`;
    case 'over':
      return `De blokkering van een beller (chat, tot ${clockTime(until)}) is voorbij.`;
  }
}

function ownTeamWords(
  { until, state }: Of<'team-block'>,
  { caseNumber, who }: NonNullable<Of<'team-block'>['about']>,
): string {
  const time = clockTime(until);
  switch (state.name) {
    case 'holds':
      return `${who} heeft de beller van gesprek ${caseNumber} geblokkeerd tot ${time} (chat). Vergissing? Schrijf !vrij ${caseNumber}.`;
    case 'lifted':
      return `De blokkering van gesprek ${caseNumber} (chat, tot ${time}) is opgeheven door ${state.who}.`;
    case 'over':
      return `De blokkering van gesprek ${caseNumber} (chat, tot ${time}) is voorbij.`;
  }
}

function blockingRefusalWords(refused: BlockingRefusal): string {
  switch (refused.code) {
    case 'nothing-to-block':
      return 'Je hebt nu geen gesprek om te blokkeren. Tot vijf minuten na het einde kan het nog, met het nummer erbij.';
    case 'not-yours-to-block':
      return `Gesprek ${refused.caseNumber} kan je niet blokkeren: er is zo geen gesprek, of het is niet van jou. Alleen wie het heeft, of een coördinator, kan dat. Dat je het vroeg, staat in het logboek.`;
    case 'too-late-to-block':
      return `Gesprek ${refused.caseNumber} is langer dan vijf minuten gedaan. Blokkeren kan niet meer; komt de beller terug, dan kan het in dat gesprek.`;
    case 'nothing-known':
      return `Van de beller van gesprek ${refused.caseNumber} weten we niets meer waaraan we die herkennen. Komt de beller terug, dan kan je in dat gesprek blokkeren.`;
    case 'already-blocked':
      return `De beller van gesprek ${refused.caseNumber} is al geblokkeerd tot ${clockTime(refused.until)}. Langer dan acht uur kan niet.`;
    case 'no-block':
      return refused.caseNumber === null
        ? 'Er is nu geen blokkering die je kan opheffen.'
        : `Voor gesprek ${refused.caseNumber} is er nu geen blokkering. Misschien hief een collega ze al op.`;
    case 'which-block':
      return [
        'Er is meer dan één blokkering. Schrijf het nummer erbij:',
        ...refused.blocks.map(
          ({ caseNumber, until }) => `!vrij ${caseNumber} (geblokkeerd tot ${clockTime(until)})`,
        ),
      ].join('\n');
    case 'block-of-other-team':
      return `Gesprek ${refused.caseNumber} is van een ander team. Vraag een collega van dat team of een coördinator om het op te heffen.`;
  }
}
