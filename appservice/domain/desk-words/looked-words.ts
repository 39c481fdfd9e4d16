import type { AuditedAct } from '../audit.ts';
import type { AftermathMessage, LookedLine } from '../desk-messages/aftermath-message.ts';
import type { Instant } from '../time.ts';
import { quotedLines } from './quoted-words.ts';
import { momentSeenFrom } from './time-words.ts';

/** The answer to `!inzage`: when, who, what, and why (S32). */
export function lookedWords(
  { caseNumber, lines, earlier }: Extract<AftermathMessage, { code: 'looked' }>,
  now: Instant,
): string {
  if (lines.length === 0) return `Over gesprek ${caseNumber} staat niets in het logboek.`;
  const more =
    earlier === 0 ? [] : [`De ${String(earlier)} oudste regels staan hier niet bij; de beheerder heeft ze.`];
  return [
    `Wat over gesprek ${caseNumber} in het logboek staat:`,
    ...more,
    ...lines.flatMap((line) => lineWords(line, now)),
  ].join('\n');
}

function lineWords({ at, act, who, subject, reason }: LookedLine, now: Instant): readonly string[] {
  const about = subject === null ? '' : ` (${subject})`;
  const line = `• ${momentSeenFrom(now, at)}: ${who} ${did[act]}${about}`;
  return reason === null ? [line] : [line, ...quotedLines(reason)];
}

const did: Readonly<Record<AuditedAct, string>> = {
  'address-asked': 'vroeg een tweede persoon of het IP-adres getoond mag worden',
  'address-shown': 'vroeg het IP-adres op',
  'address-refused': 'vroeg het IP-adres op en kreeg het niet',
  'address-confirmed': 'keurde het tonen van het IP-adres goed',
  'address-declined': 'keurde het tonen van het IP-adres niet goed',
  'conversation-reopened': 'heropende het gesprek om na te lezen',
  'conversation-shared': 'deelde het gesprek',
  'conversation-pulled': 'haalde de beller uit de wachtkamer, voor zijn beurt',
  'block-refused': 'wou een gesprek blokkeren en mocht het niet',
  'conversation-refused': 'vroeg het gesprek op en kreeg het niet',
  'caller-blocked': 'blokkeerde de beller',
  'line-blocked': 'blokkeerde ook de internetverbinding',
  'block-lifted': 'hief de blokkering op',
  'colleague-asked': 'vroeg er een collega bij',
  'colleague-came': 'kwam erbij',
  'colleague-left': 'ging er weer uit',
  'colleague-unwanted': 'mocht er van de beller liever niet bij',
  'conversation-handed-over': 'gaf het gesprek door',
  'conversation-went-on': 'ging door na een uur',
  'stranger-removed': 'liet iemand binnen die er niet hoort; dat is ongedaan gemaakt',
  'rights-restored': 'veranderde wie wat mag; dat is ongedaan gemaakt',
  'identity-confirmed': 'bevestigde nieuwe sleutels',
  'helpline-closed': 'sloot 1712 online',
  'helpline-opened': 'opende 1712 online',
  'sessions-ended': 'stopte alle gesprekken',
  'counsellor-offboarded': 'zette een account dicht',
  'code-word-agreed': 'sprak een codewoord af',
  'code-word-tried': 'keek een codewoord na',
  'dossier-noted': 'noteerde wat er met het dossier gebeurt',
  'audit-read': 'vroeg deze lijst op',
};
