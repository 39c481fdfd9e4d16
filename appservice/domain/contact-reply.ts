import { withoutEndMark } from './command-text.ts';
import type { ContactChoice } from './contact-lists.ts';

/** Signs that are pressed under a message of the form. */
export const contactSigns = {
  /** This question: onbekend. */
  unknown: '❔',
  /** Everything that is left: onbekend, and save. */
  allUnknown: '⏭',
  save: '✅',
  later: '❌',
} as const;

const keycaps = ['1⃣', '2⃣', '3⃣', '4⃣', '5⃣', '6⃣', '7⃣', '8⃣', '9⃣', '🔟'] as const;

/** What somebody means by a sign or a short answer. */
export type ContactReply =
  | { readonly kind: 'choice'; readonly code: string | null }
  | { readonly kind: 'all-unknown' }
  | { readonly kind: 'save' }
  | { readonly kind: 'later' };

/** The number of each choice as a sign; none when there are more choices than signs: then they are answered in writing. */
export function choiceSigns(choices: readonly ContactChoice[]): readonly string[] {
  return choices.length > keycaps.length ? [] : keycaps.slice(0, choices.length);
}

/** What a reaction means under a message with these choices; undefined when it means nothing there. */
export function readSign(key: string, choices: readonly ContactChoice[]): ContactReply | undefined {
  switch (key.replaceAll(/[\uFE0E\uFE0F]/gu, '')) {
    case contactSigns.allUnknown:
      return { kind: 'all-unknown' };
    case contactSigns.save:
      return { kind: 'save' };
    case contactSigns.later:
    case '✖':
      return { kind: 'later' };
    case contactSigns.unknown:
    case '❓':
      return choices.length > 0 ? { kind: 'choice', code: null } : undefined;
    default: {
      const place = choiceSigns(choices).indexOf(key.replaceAll(/[\uFE0E\uFE0F]/gu, ''));
      const chosen = choices[place];
      return chosen && { kind: 'choice', code: chosen.code };
    }
  }
}

/** As many letters of a label as are enough to mean it, where no other label begins with them. */
const shortestBeginning = 3;

/** What a short answer means: a number, a label or its beginning, or one of a few words; undefined when it is none of these. */
export function readShortAnswer(body: string, choices: readonly ContactChoice[]): ContactReply | undefined {
  const written = withoutQuote(body);
  const text = plain(written);
  if (['alles onbekend', 'rest onbekend', contactSigns.allUnknown].includes(text))
    return { kind: 'all-unknown' };
  if (['later', contactSigns.later].includes(text)) return { kind: 'later' };
  if (['bewaren', 'bewaar', 'ok', contactSigns.save].includes(text)) return { kind: 'save' };
  if (choices.length === 0) return undefined;
  if (text === 'onbekend' || /^\s*[?❓❔][\uFE0E\uFE0F]?\s*$/u.test(written))
    return { kind: 'choice', code: null };
  const chosen = /^\d{1,2}$/u.test(text) ? choices[Number(text) - 1] : namedChoice(text, choices);
  return chosen && { kind: 'choice', code: chosen.code };
}

function namedChoice(text: string, choices: readonly ContactChoice[]): ContactChoice | undefined {
  const exact = choices.find(({ label }) => plain(label) === text);
  if (exact !== undefined || text.length < shortestBeginning) return exact;
  const [first, ...others] = choices.filter(({ label }) => plain(label).startsWith(text));
  return others.length === 0 ? first : undefined;
}

/** Older clients put the message that is replied to before the answer, each line after `>`. */
function withoutQuote(body: string): string {
  return body
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join(' ');
}

/** Without capitals, accents, variation selectors, surplus spaces and a mark at the end. */
function plain(text: string): string {
  const bare = text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036F\uFE0E\uFE0F]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return withoutEndMark(bare);
}

/** As few digits as a Belgian telephone number has; a date has fewer. */
const fewestDigits = 9;

/** Whether a text holds a run of digits like that of a telephone number, such as `0470 12 34 56` (R63). */
export function holdsPhoneNumber(text: string): boolean {
  const runs = text.match(/\d(?:[\s./()+\-\u2010-\u2015]{0,3}\d)*/gu) ?? [];
  return runs.some((run) => run.replaceAll(/\D/gu, '').length >= fewestDigits);
}
