import type { FaultReport } from '../fault-report.ts';
import type { Instant } from '../time.ts';
import { quotedLines } from './quoted-words.ts';
import { momentSeenFrom } from './time-words.ts';

/** A fault report as coordinators read it; what the person wrote is quoted line by line, so that it passes for no word of ours. */
export function faultWords(report: FaultReport, now: Instant): string {
  const { receivedAt, noticedAt, code, description, browser } = report;
  return [
    `Iemand meldt een probleem met de chat (code ${code}).`,
    `Gemerkt: ${momentSeenFrom(now, noticedAt)}, volgens dat toestel. Ontvangen: ${momentSeenFrom(now, receivedAt)}.`,
    ...(browser === null ? [] : ['De browser noemt zichzelf:', ...quotedLines(browser)]),
    ...(description === '' ? ['Er staat geen uitleg bij.'] : quotedLines(description)),
    'Er hoort geen gesprek bij, en antwoorden kan niet.',
  ].join('\n');
}
