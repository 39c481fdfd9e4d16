import { readArgument } from './command-arguments.ts';
import { withoutEndMark } from './command-text.ts';
import { commandWords, nearestWord } from './command-words.ts';
import type { CommandProblem, DeskCommand } from './desk-command.ts';
import { refusal, type Result } from './result.ts';

/**
 * Reads what somebody wrote in a desk room. Forgives capitals, extra and non-breaking spaces, a mark at the end, an emoji
 * variation selector, and `#` before a number; never throws.
 */
export function parseDeskCommand(body: string): Result<DeskCommand, CommandProblem> {
  const text = body
    .replace(/[\uFE0E\uFE0F\u200B-\u200D\u2060]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  const written = /^! ?([^ ]*) ?(.*)$/u.exec(text);
  if (written === null) return refusal({ code: 'no-command', meant: bareCommand(text) });
  const word = withoutEndMark(written[1] ?? '').toLowerCase();
  const name = commandWords.get(word);
  if (name === undefined) {
    return refusal({ code: 'unknown-word', word: word.slice(0, longestWord), nearest: nearestWord(word) });
  }
  return readArgument(name, word, written[2] ?? '');
}

/** The command that a text is but for the mark: a word of ours alone, or with a number; no sentence that happens to begin with one. */
function bareCommand(text: string): string | null {
  const [word = '', number] =
    /^(\S+?)(?: (#?\d+))?$/u.exec(withoutEndMark(text).toLowerCase())?.slice(1) ?? [];
  if (!commandWords.has(word)) return null;
  return number === undefined ? `!${word}` : `!${word} ${number}`;
}

/** How much of an unknown word is repeated to whoever wrote it, in characters. */
const longestWord = 30;
