import type { DossierAnswer } from '../desk-command.ts';
import type { DossierMessage } from '../desk-messages/dossier-message.ts';
import type { CaseNumber } from '../ids.ts';

/** What the desk says about dossiers (R64, R65). */
export function dossierWords(message: DossierMessage): string {
  switch (message.code) {
    case 'dossier-rule':
      return [
        `Een dossier kan pas na meerdere contacten met dezelfde hulpverlener. Gesprek ${message.caseNumber}: had jij al vaker contact met deze beller?`,
        '✅ we hadden al meer contacten: ik noteer het. ❌ nee: ik noteer niets.',
        'De beller mag een dossier altijd weigeren. Het dossier zelf maak je in het systeem van je organisatie, nooit hier.',
      ].join('\n');
    case 'dossier-noted':
      return noted(message.caseNumber, message.answer);
    case 'dossier-not-yet':
      return `Goed, bij gesprek ${message.caseNumber} noteer ik geen dossier. Komt het later ter sprake, dan kan !dossier later ook.`;
    case 'dossier-not-yours':
      return `Gesprek ${message.caseNumber} is er geen van jou, of het is al gewist. Alleen wie erin zat, noteert iets over een dossier.`;
    case 'dossier-which':
      return `Je hebt meer dan één gesprek. Schrijf het nummer erbij, bijvoorbeeld: !dossier later ${message.caseNumbers[0] ?? ''}`;
    case 'dossier-of-which':
      return 'Je hebt nu geen gesprek. Schrijf het nummer erbij, bijvoorbeeld: !dossier later 4711';
  }
}

function noted(caseNumber: CaseNumber, answer: DossierAnswer): string {
  switch (answer) {
    case 'agreed':
      return `Genoteerd bij gesprek ${caseNumber}: de beller wil een dossier.`;
    case 'refused':
      return `Genoteerd bij gesprek ${caseNumber}: de beller wil geen dossier. Dat blijft staan zolang het gesprek bewaard wordt.`;
    case 'later':
      return `Genoteerd bij gesprek ${caseNumber}: over een dossier praten jullie later.`;
  }
}
