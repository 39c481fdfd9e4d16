import type { EndedBy, ReturnReason } from '../conversation.ts';
import type { DeskMessage } from '../desk-message.ts';
import type { CaseNumber } from '../ids.ts';

/**
 * What the counsellor reads when their conversation is over (design 5.10), with what is still to be done (R62), and the pause
 * that is theirs to take (S43).
 */
export function endedWords({
  caseNumber,
  by,
  isToRegister,
  isOff,
}: Extract<DeskMessage, { kind: 'conversation-ended' }>): string {
  const ended = `Gesprek ${caseNumber} is afgelopen: ${endedBecause[by]}`;
  const registering = isToRegister ? ['Registreer het contact met !registreer.'] : [];
  const rest = isOff ? 'Je staat uit. Neem rustig je tijd.' : 'Even bijkomen? Druk op ⏸ of schrijf !pauze.';
  return [ended, ...registering, rest].join('\n');
}

const endedBecause: Readonly<Record<EndedBy, string>> = {
  caller: 'de beller heeft het afgesloten. Dank je wel.',
  counsellor: 'je hebt het afgesloten. Dank je wel.',
  exit: 'de beller ging snel weg. Stuur niets: misschien kwam er iemand binnen.',
  gone: 'de beller is al vijf minuten niet meer verbonden.',
  failure: 'er ging iets mis aan onze kant. Jij kon er niets aan doen.',
  blocked: 'de beller is nu geblokkeerd.',
  coordinator:
    'een coördinator heeft alle gesprekken gestopt. De beller ziet andere manieren om hulp te vragen.',
};

/** Why a conversation is no longer with its counsellor (design 5.6, 5.7). */
export function returnedWords(caseNumber: CaseNumber, reason: ReturnReason): string {
  return `Gesprek ${caseNumber} gaat naar iemand anders: ${returnedBecause[reason]}`;
}

const returnedBecause: Readonly<Record<ReturnReason, string>> = {
  'not-joined':
    'je nam het, maar je was na 30 seconden nog niet in de kamer. Druk volgende keer meteen op Accepteren.',
  declined:
    'je hebt de uitnodiging geweigerd. Was dat niet de bedoeling? Met !neem en het nummer neem je het terug.',
  'no-device':
    'er raakte geen sleutel tot bij een geverifieerd toestel van jou. Kijk in Element bij Instellingen → Versleuteling of dit toestel geverifieerd is.',
  silent: 'je was in de kamer, maar na drie minuten stond er nog geen woord van jou.',
  left: 'je hebt de kamer verlaten.',
  'identity-changed': 'je sleutels in Element zijn veranderd.',
  offboarded: 'je account wordt gesloten.',
};

/** To whoever wrote into a conversation what was meant for the desk, or looks like it. */
export function misplacedWords(caseNumber: CaseNumber): string {
  return `Gesprek ${caseNumber}: je schreef daar een regel die met een uitroepteken of met /invite begint. De beller zag die niet, er gebeurde niets, en ik heb de regel weggehaald. Een commando? Schrijf het hier. Voor de beller? Schrijf het daar opnieuw, zonder uitroepteken vooraan.`;
}

/** After two minutes of silence (design 5.6). */
export function nudgeWords(caseNumber: CaseNumber): string {
  return `In gesprek ${caseNumber} wacht iemand op je eerste woord. Een korte groet is al genoeg. Over een minuut vragen we het anders aan iemand anders.`;
}

/** The sentence that Element shows to whoever is removed from a conversation's room, or whose invitation is withdrawn (design 5.10). */
export function removalSentence(
  reason: 'ended' | 'returned' | 'withdrawn' | 'handed-over' | 'stopped-reading' | 'read-again',
): string {
  switch (reason) {
    case 'ended':
      return 'Dit gesprek is afgelopen. In je balie lees je waarom.';
    case 'returned':
      return 'We vragen dit gesprek aan iemand anders, je hoeft niets meer te doen.';
    case 'read-again':
      return 'Het uur om na te lezen is om, je hoeft niets te doen.';
    case 'withdrawn':
      return 'Dit gesprek is niet meer nodig, je hoeft niets te doen.';
    case 'handed-over':
      return 'Je collega heeft dit gesprek overgenomen, dank je wel. Je mag deze kamer sluiten.';
    case 'stopped-reading':
      return 'Je leest niet meer mee, dank je wel. Je mag deze kamer sluiten.';
  }
}
