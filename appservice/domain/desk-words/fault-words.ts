import type { FaultReport } from '../fault-report.ts';
import type { Instant } from '../time.ts';
import { momentSeenFrom } from './time-words.ts';

/** Whatever one program or another shows as the end of a line (Unicode Standard, 5.8). */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** A fault report as coordinators read it; what the person wrote is quoted line by line, so that it passes for no word of ours. */
export function faultWords(report: FaultReport, now: Instant): string {
  const { receivedAt, noticedAt, code, description, browser } = report;
  return [
    `Iemand meldt een probleem met de chat (code ${code}).`,
    `Gemerkt: ${momentSeenFrom(now, noticedAt)}, volgens dat toestel. Ontvangen: ${momentSeenFrom(now, receivedAt)}.`,
    ...(browser === null ? [] : [`Browser: ${browser}`]),
    ...(description === ''
      ? ['Er staat geen uitleg bij.']
      : description.split(lineEnd).map((line) => `> ${line}`)),
    'Er hoort geen gesprek bij, en antwoorden kan niet.',
  ].join('\n');
}
