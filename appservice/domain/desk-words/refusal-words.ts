import type { DeskRefusal } from '../desk-message.ts';
import { meantWords } from './meant-words.ts';

/** Why the desk refuses, and the way out. */
export function refusalWords(refused: DeskRefusal): string {
  switch (refused.code) {
    case 'already-taken':
      return `${refused.who ?? 'Een collega'} heeft gesprek ${refused.caseNumber} al. Fijn dat je wou helpen.`;
    case 'waits-longer':
      return `Gesprek ${refused.longer} wacht langer. Is ${refused.caseNumber} dringender? Schrijf dan !neem ${refused.caseNumber} en waarom. Anders: !neem ${refused.longer}.`;
    case 'no-conversation':
    case 'which-conversation':
      return meantWords(refused);
    case 'who-is-that':
      return `Ik vind niemand met de naam “${refused.who}”. Met !wie zie je hoe iedereen hier heet.`;
    case 'nothing-to-confirm':
      return `Er valt niets te bevestigen voor ${refused.who}: daar zijn geen nieuwe sleutels gezien.`;
    case 'other-code':
      return `Die code is niet van de sleutels die ${refused.who} nu heeft, dus ik bevestig niets. Vergelijk ze met mijn laatste bericht over ${refused.who}. Blijft ze verschillen, verwittig dan de beheerder.`;
    case 'changed-again':
      return `De sleutels van ${refused.who} zijn intussen opnieuw veranderd, dus ik bevestig niets. Je krijgt een nieuw bericht: bel ${refused.who} nog eens.`;
    case 'their-keys-not-seen':
      return `Ik kan de sleutels van ${refused.who} nu niet nakijken, dus ik bevestig niets. Probeer het over een paar minuten opnieuw.`;
    case 'not-in-roster':
    case 'no-cross-signing':
    case 'no-signed-device':
    case 'identity-changed':
    case 'not-on-duty':
    case 'pause-while-off':
    case 'no-free-slot':
    case 'caller-refused':
    case 'nothing-to-take':
    case 'nothing-rings':
    case 'coordinator-only':
    case 'time-already-past':
    case 'not-closed':
    case 'not-read':
    case 'not-encrypted':
    case 'fault':
    case 'not-yourself':
    case 'keys-in-doubt':
    case 'keys-not-seen':
      return sentences[refused.code];
  }
}

type Fixed = Exclude<
  DeskRefusal['code'],
  | 'already-taken'
  | 'waits-longer'
  | 'no-conversation'
  | 'which-conversation'
  | 'who-is-that'
  | 'nothing-to-confirm'
  | 'other-code'
  | 'changed-again'
  | 'their-keys-not-seen'
>;

const sentences: Readonly<Record<Fixed, string>> = {
  'not-in-roster':
    'Je staat niet in de lijst van medewerkers, dus dit kan ik niet voor je doen. Vraag je coördinator om je erbij te zetten.',
  'no-cross-signing': [
    'Je kan nog niet aan: je account heeft nog geen eigen sleutels, en zonder sleutels kan je geen gesprek lezen.',
    'Zo los je het op: open in Element Instellingen → Versleuteling (Engels: Settings → Encryption) en volg wat daar staat.',
    'Staat daar niets, meld je dan af en weer aan: Element maakt de sleutels dan zelf. Schrijf daarna weer !aan.',
  ].join('\n'),
  'no-signed-device': [
    'Je kan nog niet aan: geen enkel toestel van jou is geverifieerd, en dan krijgt het geen sleutels van bellers.',
    'Zo los je het op: open in Element Instellingen → Versleuteling (Engels: Settings → Encryption) en kies Dit apparaat verifiëren (Verify this device).',
    'Dat gaat met een ander toestel van jou of met je herstelsleutel. Schrijf daarna weer !aan.',
  ].join('\n'),
  'identity-changed': [
    'Je kan nog niet aan: je sleutels in Element zijn andere dan vroeger.',
    'Bel een coördinator. Die vraagt na of jij het bent en bevestigt je sleutels. Schrijf daarna weer !aan.',
    'Heb je zelf niets veranderd? Zeg dat er dan zeker bij: iemand anders kan in je account zitten.',
  ].join('\n'),
  'not-on-duty': 'Je staat nu niet aan. Schrijf eerst !aan, dan kan je een gesprek nemen.',
  'pause-while-off': 'Je staat al uit, dus er komt geen gesprek bij je. Een pauze hoeft niet.',
  'no-free-slot':
    'Je handen zijn vol: meer gesprekken tegelijk gaat niet. Sluit er eerst een af met !einde, of geef door wat bij jou belt met !niet.',
  'caller-refused':
    'De beller van dit gesprek wou jou er eerder liever niet bij, dus het gaat naar een collega. Je hoeft niets te doen.',
  'nothing-to-take': 'Er wacht nu niemand op een gesprek. Zodra iemand wacht, hoor je het hier.',
  'nothing-rings': 'Er belt nu geen gesprek bij jou, dus je hoeft niets door te geven.',
  'coordinator-only': 'Dat kan alleen een coördinator. Vraag het aan wie vandaag coördineert.',
  'time-already-past':
    'Dat uur is vandaag al voorbij. Schrijf een later uur, bijvoorbeeld: !dicht tot 18:30 te weinig mensen. Zonder uur blijft 1712 online dicht tot !open of tot de volgende openingstijd.',
  'not-closed': '1712 online is niet uitzonderlijk gesloten, dus er valt niets te openen.',
  'not-read': 'Niet gelezen: ik kon je bericht niet ontcijferen. Stuur het opnieuw.',
  'not-encrypted':
    'Je bericht kwam zonder versleuteling aan, dus ik doe er niets mee en haal het weg. Stuur het opnieuw vanuit Element.',
  fault: 'Dat lukte niet: er is een storing aan onze kant. Probeer het straks nog eens.',
  'keys-in-doubt': [
    'Dat doe ik nu niet: je sleutels in Element zijn andere dan vroeger, en dan weet ik niet of jij het bent.',
    'Bel een coördinator. Die vraagt na of jij het bent, en daarna doe ik weer alles. Heb je zelf niets veranderd, zeg dat er dan zeker bij.',
    'Is er gevaar? Bel 101 of 112.',
  ].join('\n'),
  'keys-not-seen':
    'Dat doe ik nu niet: ik kan even niet nakijken of dit jouw sleutels zijn. Probeer het over een minuut opnieuw. Is er gevaar? Bel 101 of 112.',
  'not-yourself': 'Je eigen sleutels kan je niet zelf bevestigen. Vraag het aan een andere coördinator.',
};
