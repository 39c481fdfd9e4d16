import type { DeskMessage, DutyLine } from '../desk-message.ts';
import type { DutyEndReason, DutyState } from '../duty.ts';
import type { Instant } from '../time.ts';
import { momentSeenFrom } from './time-words.ts';

const stateWords: Readonly<Record<DutyState, string>> = { on: 'aan', off: 'uit', paused: 'pauze' };

/** The answer to `!aan`, `!uit` and `!pauze`. The first time on duty it says what only the counsellor can keep (design 6). */
export function dutyWords(duty: Extract<DeskMessage, { kind: 'duty' }>, now: Instant): string {
  switch (duty.state) {
    case 'on': {
      const on = `Je staat aan. ${opensWords(duty.opensAt, now)}Als iemand wacht, krijg je hier een bericht met ✋.`;
      return duty.isFirstTime ? `${on}\n${firstTime}` : on;
    }
    case 'off':
      return 'Je staat uit en krijgt geen nieuwe gesprekken. Wat nog loopt, gaat gewoon door. Dank je wel.';
    case 'paused':
      return 'Je hebt pauze en krijgt even geen nieuwe gesprekken. Wat nog loopt, gaat gewoon door. Schrijf !aan als je er weer bent.';
  }
}

function opensWords(opensAt: Instant | null, now: Instant): string {
  if (opensAt === null) return '';
  const moment = momentSeenFrom(now, opensAt);
  return `Nu is 1712 online dicht; bellers kunnen erin ${/^\d/.test(moment) ? 'om ' : 'op '}${moment}. `;
}

const firstTime = [
  'Goed om te weten: alleen jouw toestellen kunnen je gesprekken lezen, wij kunnen dat niet.',
  'Ben je al je toestellen en je herstelsleutel kwijt, dan zijn de oude gesprekken voor jou niet meer te lezen.',
  'Bewaar daarom je herstelsleutel (Element: Instellingen → Versleuteling, Engels: Settings → Encryption).',
].join('\n');

/** Why somebody is off duty or paused without having asked for it, and how to come back (design 7). */
export const dutyEndWords: Readonly<Record<DutyEndReason, string>> = {
  'closing-time':
    'Het is sluitingstijd, dus je staat nu uit. Loopt er nog een gesprek, dan gaat dat gewoon door. Dank je wel voor vandaag.',
  unseen:
    'We zien je toestellen al een paar minuten niet meer, dus je staat nu uit. Ben je er nog? Schrijf dan weer !aan.',
  'missed-ring':
    'Je kon niet op tijd opnemen, dus je hebt nu pauze. We vragen het gesprek aan iemand anders. Schrijf !aan als je er weer bent.',
  'identity-changed':
    'Je sleutels in Element zijn veranderd, dus je staat nu uit. Bel een coördinator: die vraagt na of jij het bent en bevestigt het. Schrijf daarna weer !aan.',
};

/** To who is paused since a missed ring, while callers want somebody. */
export function stillPausedWords(isSomebodyWaiting: boolean): string {
  const want = isSomebodyWaiting ? 'Er wacht iemand' : 'Bellers vinden nu niemand';
  return `${want}, en je hebt nog pauze omdat je een gesprek miste. Ben je er weer? Schrijf !aan.`;
}

/** The answer to `!wie`, one line per person, in the order given. */
export function whoWords(lines: readonly DutyLine[]): string {
  if (lines.length === 0) return 'Er staat nu niemand aan.';
  return ['Nu aan de balie:', ...lines.map(lineWords)].join('\n');
}

function lineWords(line: DutyLine): string {
  const name = line.team === null ? line.name : `${line.name} (${line.team})`;
  return `• ${name}: ${stateWords[line.state]}${line.isBusy ? ', in gesprek' : ''}`;
}
