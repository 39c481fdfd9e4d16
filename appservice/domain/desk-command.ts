import { commandWords, nearestWord, type CommandName } from './command-words.ts';
import { parseCaseNumber, type CaseNumber } from './ids.ts';
import { refusal, success, type Result } from './result.ts';

/** A command a counsellor or coordinator writes in a desk room (design 7), parsed. */
export type DeskCommand =
  | { readonly name: 'on' | 'off' | 'pause' | 'who' | 'help' }
  /** Without a number: the card that rings for you, else the oldest. */
  | { readonly name: 'take' | 'pass'; readonly caseNumber: CaseNumber | null }
  /** Without a number: the only open conversation, else the desk asks. */
  | { readonly name: 'end'; readonly caseNumber: CaseNumber | null }
  /** `until` is a wall-clock time `HH:MM` of today in Europe/Brussels; null: until `!open` or the next scheduled opening. */
  | { readonly name: 'close'; readonly until: WallTime | null; readonly reason: string }
  | { readonly name: 'open' }
  /** WHO as it was written: a name, a localpart or a user id. */
  | { readonly name: 'confirm'; readonly who: string }
  /** How many callers answered what after the end, or what they wrote in their own words (R38). */
  | { readonly name: 'feedback'; readonly of: 'figures' | 'remarks' };

/** A time on the helpline's wall clock. */
export type WallTime = { readonly hour: number; readonly minute: number };

/** Why a text is no command we can carry out; the desk answers each in a sentence. */
export type CommandProblem =
  /** Does not begin with `!`: small talk at the desk. */
  | { readonly code: 'no-command' }
  /** No such word; the nearest one we know, null when none is near. */
  | { readonly code: 'unknown-word'; readonly word: string; readonly nearest: string | null }
  | { readonly code: 'unexpected-argument'; readonly word: string }
  | { readonly code: 'missing-reason'; readonly word: string }
  | { readonly code: 'missing-who'; readonly word: string }
  | { readonly code: 'only-remarks'; readonly word: string }
  | { readonly code: 'bad-time'; readonly word: string }
  | { readonly code: 'bad-number'; readonly word: string };

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
  if (written === null) return refusal({ code: 'no-command' });
  const word = withoutEndMark(written[1] ?? '').toLowerCase();
  const name = commandWords.get(word);
  if (name === undefined) {
    return refusal({ code: 'unknown-word', word: word.slice(0, longestWord), nearest: nearestWord(word) });
  }
  return readArgument(name, word, written[2] ?? '');
}

/** How much of an unknown word is repeated to whoever wrote it, in characters. */
const longestWord = 30;

function readArgument(
  name: CommandName,
  word: string,
  argument: string,
): Result<DeskCommand, CommandProblem> {
  switch (name) {
    case 'on':
    case 'off':
    case 'pause':
    case 'who':
    case 'help':
    case 'open':
      return argument === '' ? success({ name }) : refusal({ code: 'unexpected-argument', word });
    case 'take':
    case 'pass':
    case 'end':
      return readNumber(name, word, argument);
    case 'close':
      return readClosing(word, argument);
    case 'confirm': {
      const who = withoutEndMark(argument);
      return who === '' ? refusal({ code: 'missing-who', word }) : success({ name, who });
    }
    case 'feedback':
      return readReport(word, withoutEndMark(argument).toLowerCase());
  }
}

function readReport(word: string, argument: string): Result<DeskCommand, CommandProblem> {
  if (argument === '') return success({ name: 'feedback', of: 'figures' });
  const isRemarks = argument === 'opmerkingen' || argument === 'remarks';
  return isRemarks ? success({ name: 'feedback', of: 'remarks' }) : refusal({ code: 'only-remarks', word });
}

function readNumber(
  name: 'take' | 'pass' | 'end',
  word: string,
  argument: string,
): Result<DeskCommand, CommandProblem> {
  if (argument === '') return success({ name, caseNumber: null });
  const caseNumber = parseCaseNumber(withoutEndMark(argument).replace(/^# ?/u, ''));
  return caseNumber === undefined ? refusal({ code: 'bad-number', word }) : success({ name, caseNumber });
}

/** `[tot HH:MM] reden`; the time also as 18.30, 18u30, 18u or 18 uur. */
function readClosing(word: string, argument: string): Result<DeskCommand, CommandProblem> {
  const timed = /^(?:tot|until|till)(?: (.*))?$/iu.exec(argument);
  if (timed === null) return closing(word, null, argument);
  const time = /^(\d{1,2})(?:[:.uh](\d{2})(?: ?uur)?| ?(?:uur|u|h))[,;:.]?(?: (.*))?$/iu.exec(timed[1] ?? '');
  if (time === null) return refusal({ code: 'bad-time', word });
  const until = { hour: Number(time[1]), minute: Number(time[2] ?? '0') };
  if (until.hour > 23 || until.minute > 59) return refusal({ code: 'bad-time', word });
  return closing(word, until, time[3] ?? '');
}

function closing(word: string, until: WallTime | null, reason: string): Result<DeskCommand, CommandProblem> {
  return reason === ''
    ? refusal({ code: 'missing-reason', word })
    : success({ name: 'close', until, reason });
}

/** A full stop or the like that phones add at the end. */
function withoutEndMark(text: string): string {
  let end = text.length;
  while (end > 0 && ' .,;:!?…'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
