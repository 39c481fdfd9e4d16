import type { RecognitionMessage } from '../desk-messages/recognition-message.ts';
import { mostEarlierContacts } from '../recognition.ts';
import type { Instant } from '../time.ts';
import { clockTime, howLongAgo } from './time-words.ts';

/** What the desk says about who may have called before, addresses and code words (R21, R23, R28, S6). */
export function recognitionWords(message: RecognitionMessage, now: Instant): string {
  switch (message.code) {
    case 'hints':
      return hintWords(message, now);
    case 'taken-back':
      return 'Dit bericht is niet meer nodig.';
  }
}

function hintWords(
  { caseNumber, line, nicknameAt }: Extract<RecognitionMessage, { code: 'hints' }>,
  now: Instant,
): string {
  const lines = [`Gesprek ${caseNumber}, misschien geen eerste keer:`];
  if (line !== null) {
    const count =
      line.count < mostEarlierContacts ? `${line.count} keer` : `${mostEarlierContacts} keer of meer`;
    const last = howLongAgo(now, line.lastAt);
    lines.push(
      `• Eerder contact via deze internetverbinding: ${count}, laatst ${last}. Kan iemand anders zijn.`,
    );
  }
  if (nicknameAt !== null) {
    lines.push(`• Zelfde nickname als gesprek van ${clockTime(nicknameAt)}. Niet geverifieerd.`);
  }
  return lines.join('\n');
}
