import type { CompanyRefusal } from '../desk-messages/company-message.ts';

/** Why nobody comes, takes over or is called, and the way out. */
export function companyRefusalWords(refused: CompanyRefusal): string {
  switch (refused.code) {
    case 'who-is-that':
      return `Ik vind niemand met de naam “${refused.who}”. Met !wie zie je hoe iedereen hier heet.`;
    case 'yourself':
      return `Dat ben je zelf. Schrijf de naam van een collega erbij, bijvoorbeeld: !${refused.purpose === 'takes-over' ? 'geef' : 'overleg'} ${refused.caseNumber} Bram.`;
    case 'not-in-room':
      return `Je bent nog niet in gesprek ${refused.caseNumber}. Druk in Element eerst op Accepteren, en vraag het dan opnieuw.`;
    case 'already-in':
      return `${refused.who} zit al in gesprek ${refused.caseNumber}.`;
    case 'caller-refused':
      return `De beller wou ${refused.who} eerder liever niet in gesprek ${refused.caseNumber}, dus dat vraag ik niet opnieuw. Kies iemand anders: met !wie zie je wie er is.`;
    case 'somebody-coming':
      return `Er is al een collega gevraagd voor gesprek ${refused.caseNumber}. Wacht tot die binnen is of niet kan: je hoort het hier.`;
    case 'has-successor':
      return `In gesprek ${refused.caseNumber} zit al iemand die het overneemt. Schrijf !overgenomen, of vraag die collega te stoppen met !einde.`;
    case 'left-service':
      return `${refused.who} werkt hier niet meer. Kies iemand anders: met !wie zie je wie er is.`;
    case 'never-on-duty':
      return `${refused.who} heeft hier nog nooit !aan geschreven, dus ik ken de sleutels niet en kan niemand veilig laten meelezen. Vraag ${refused.who} om dat één keer te doen, of kies iemand anders.`;
    case 'colleague-identity':
      return `De sleutels van ${refused.who} in Element zijn veranderd en nog niet bevestigd. Kies iemand anders, of vraag een coördinator om ${refused.who} te bellen en de sleutels te bevestigen.`;
    case 'colleague-off-duty':
      return `${refused.who} staat nu niet aan, dus een gesprek overnemen kan niet. Kies iemand anders: met !wie zie je wie er is.`;
    case 'colleague-busy':
      return `${refused.who} heeft de handen al vol. Kies iemand anders, of vraag om mee te lezen met !overleg ${refused.who}.`;
    case 'no-successor':
      return `In gesprek ${refused.caseNumber} zit nog niemand die het overneemt. Vraag eerst een collega, bijvoorbeeld: !geef Bram.`;
    case 'unwanted':
      return `De beller wou jou er liever niet bij in gesprek ${refused.caseNumber}, en dat mag. Je hoeft niets te doen.`;
    case 'own-identity':
      return 'Je kan nu niet komen: je sleutels in Element zijn andere dan vroeger. Bel een coördinator, die vraagt na of jij het bent.';
    case 'own-keys-unknown':
      return `Bijna: ik ken je sleutels in Element nog niet. Schrijf hier !neem ${refused.caseNumber}, dan kom je meelezen. Of bel je collega.`;
    case 'off-duty':
      return `Je staat nu niet aan. Schrijf eerst !aan, en dan !neem ${refused.caseNumber}.`;
    case 'not-asked-any-more':
      return `Die vraag over gesprek ${refused.caseNumber} is voorbij. Je hoeft niets meer te doen.`;
    case 'one-at-a-time':
      return `Er komt nu al een collega bij gesprek ${refused.caseNumber}. Is er straks nog hulp nodig, schrijf dan !neem ${refused.caseNumber}.`;
    case 'already-called':
      return `Je oproep voor gesprek ${refused.caseNumber} loopt al. Je hoort hier wie er komt.`;
    case 'nobody-to-call':
      return `Er is nu geen coördinator die ik kan roepen voor gesprek ${refused.caseNumber}. Bel je coördinator, of vraag een collega met !overleg en de naam.`;
  }
}
