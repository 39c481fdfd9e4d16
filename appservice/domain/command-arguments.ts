import type { CommandName } from './command-words.ts';
import { withoutEndMark } from './command-text.ts';
import type { CommandProblem, DeskCommand, DossierAnswer, WallTime } from './desk-command.ts';
import { parseCaseNumber, type CaseNumber } from './ids.ts';
import { refusal, success, type Result } from './result.ts';
import { withTrailingCode } from './session-code.ts';

type Reading = Result<DeskCommand, CommandProblem>;

/** The longest reason, name or word that the desk takes, in characters: more is a paste that went wrong. */
const longestArgument = 500;

/** Reads what follows a command's word; each command says what it needs. */
export function readArgument(name: CommandName, word: string, argument: string): Reading {
  if (argument.length > longestArgument) return refusal({ code: 'too-long', word });
  switch (name) {
    case 'on':
    case 'off':
    case 'pause':
    case 'who':
    case 'help':
    case 'open':
    case 'unregistered':
    case 'phone':
    case 'state':
      return argument === '' ? success({ name }) : refusal({ code: 'unexpected-argument', word });
    case 'take':
      return readTaking(word, argument);
    case 'pass':
    case 'end':
    case 'taken-over':
    case 'backup':
    case 'round-off':
    case 'unblock':
    case 'register':
      return readNumber(name, word, argument);
    case 'block':
    case 'address':
    case 'go-on':
      return readReason(name, word, argument);
    case 'close':
      return readClosing(word, argument);
    case 'confirm':
      return readConfirmation(word, argument);
    case 'offboard':
      return readWho(name, word, argument);
    case 'transfer':
    case 'consult':
    case 'share':
      return readColleague(name, word, argument);
    case 'reopen':
      return readReopening(word, argument);
    case 'looked':
      return readLooked(word, argument);
    case 'stop-all':
      return argument === ''
        ? refusal({ code: 'missing-reason', word, example: `!${word} iemand is in ons systeem` })
        : success({ name, reason: argument });
    case 'snippet':
      return success({ name, snippet: argument === '' ? null : withoutEndMark(argument).toLowerCase() });
    case 'code-word':
      return argument === ''
        ? refusal({ code: 'missing-code-word', word })
        : success({ name, codeWord: argument });
    case 'dossier':
      return readDossier(word, argument);
    case 'feedback':
      return readReport(word, withoutEndMark(argument).toLowerCase());
  }
}

function readReport(word: string, argument: string): Reading {
  if (argument === '') return success({ name: 'feedback', of: 'figures' });
  const isRemarks = argument === 'opmerkingen' || argument === 'remarks';
  return isRemarks ? success({ name: 'feedback', of: 'remarks' }) : refusal({ code: 'only-remarks', word });
}

type OnlyNumbered = 'pass' | 'end' | 'taken-over' | 'backup' | 'round-off' | 'unblock' | 'register';

function readNumber(name: OnlyNumbered, word: string, argument: string): Reading {
  if (argument === '') return success({ name, caseNumber: null });
  const caseNumber = parseCaseNumber(withoutEndMark(argument).replace(/^# ?/u, ''));
  return caseNumber === undefined ? refusal({ code: 'bad-number', word }) : success({ name, caseNumber });
}

/** `[NUMBER [REASON]]`. */
function readTaking(word: string, argument: string): Reading {
  const { caseNumber, rest } = withLeadingNumber(argument);
  if (caseNumber === null && rest !== '') return refusal({ code: 'bad-number', word });
  return success({ name: 'take', caseNumber, reason: withoutEndMark(rest) === '' ? null : rest });
}

/** `[NUMBER] REASON`. */
function readReason(name: 'block' | 'address' | 'go-on', word: string, argument: string): Reading {
  const { caseNumber, rest } = withLeadingNumber(argument);
  if (rest === '')
    return refusal({ code: 'missing-reason', word, example: `!${word} ${reasonExamples[name]}` });
  return success({ name, caseNumber, reason: rest });
}

const reasonExamples = {
  block: 'seksueel getinte berichten',
  address: 'acuut gevaar, politie verwittigen',
  'go-on': 'er is nog geen veilige plek voor vannacht',
} as const;

function readWho(name: 'offboard', word: string, argument: string): Reading {
  const who = withoutEndMark(argument);
  return who === ''
    ? refusal({ code: 'missing-who', word, example: `!${word} Rosa` })
    : success({ name, who });
}

/** `WHO CODE`. */
function readConfirmation(word: string, argument: string): Reading {
  const { who, code } = withTrailingCode(withoutEndMark(argument));
  if (who === '') return refusal({ code: 'missing-who', word, example: `!${word} Rosa k3Fd 9aLm Qx2T` });
  return code === null
    ? refusal({ code: 'missing-code', word, who })
    : success({ name: 'confirm', who, code });
}

/** `WHO [NUMBER]` or `[NUMBER] WHO`; a closed conversation is named by its number always. */
function readColleague(name: 'transfer' | 'consult' | 'share', word: string, argument: string): Reading {
  const leading = withLeadingNumber(withoutEndMark(argument));
  const { caseNumber, rest: who } = leading.caseNumber === null ? withTrailingNumber(leading.rest) : leading;
  const example = name === 'share' ? `!${word} 4711 Bram` : `!${word} Bram`;
  if (who === '') return refusal({ code: 'missing-who', word, example });
  if (name !== 'share') return success({ name, who, caseNumber });
  return caseNumber === null
    ? refusal({ code: 'missing-number', word, example })
    : success({ name, who, caseNumber });
}

function readReopening(word: string, argument: string): Reading {
  const { caseNumber, rest: reason } = withLeadingNumber(argument);
  const example = `!${word} 4711 verslag nalezen`;
  if (caseNumber === null) return refusal({ code: 'missing-number', word, example });
  if (reason === '') return refusal({ code: 'missing-reason', word, example });
  return success({ name: 'reopen', caseNumber, reason });
}

function readLooked(word: string, argument: string): Reading {
  const { caseNumber, rest } = withLeadingNumber(withoutEndMark(argument));
  if (caseNumber === null) return refusal({ code: 'missing-number', word, example: `!${word} 4711` });
  return rest === '' ? success({ name: 'looked', caseNumber }) : refusal({ code: 'bad-number', word });
}

const dossierAnswers: ReadonlyMap<string, DossierAnswer> = new Map([
  ['ja', 'agreed'],
  ['yes', 'agreed'],
  ['geweigerd', 'refused'],
  ['weigert', 'refused'],
  ['nee', 'refused'],
  ['neen', 'refused'],
  ['no', 'refused'],
  ['refused', 'refused'],
  ['later', 'later'],
]);

/** `ja|geweigerd|later [NUMBER] [REFERENCE]`. */
function readDossier(word: string, argument: string): Reading {
  const [first = '', ...more] = argument.split(' ');
  const answer = dossierAnswers.get(withoutEndMark(first).toLowerCase());
  if (answer === undefined) return refusal({ code: 'dossier-answer', word });
  const { caseNumber, rest } = withLeadingNumber(more.join(' '));
  return success({ name: 'dossier', answer, caseNumber, reference: rest === '' ? null : rest });
}

type WithNumber = { readonly caseNumber: CaseNumber | null; readonly rest: string };

/** A text that begins with the number of a conversation, with or without `#`; a number inside a reason stays in it. */
function withLeadingNumber(text: string): WithNumber {
  const [, first = '', rest = ''] = /^#? ?(\d+)[,;:.]?(?: (.*))?$/u.exec(text) ?? [];
  const caseNumber = parseCaseNumber(first);
  return caseNumber === undefined ? { caseNumber: null, rest: text } : { caseNumber, rest: rest.trim() };
}

function withTrailingNumber(text: string): WithNumber {
  const [, before = '', last = ''] = /^(.*) #?(\d+)$/u.exec(text) ?? [];
  const caseNumber = parseCaseNumber(last);
  return caseNumber === undefined ? { caseNumber: null, rest: text } : { caseNumber, rest: before.trim() };
}

/** `[tot HH:MM] reden`; the time also as 18.30, 18u30, 18u or 18 uur. */
function readClosing(word: string, argument: string): Reading {
  const timed = /^(?:tot|until|till)(?: (.*))?$/iu.exec(argument);
  if (timed === null) return closing(word, null, argument);
  const time = /^(\d{1,2})(?:[:.uh](\d{2})(?: ?uur)?| ?(?:uur|u|h))[,;:.]?(?: (.*))?$/iu.exec(timed[1] ?? '');
  if (time === null) return refusal({ code: 'bad-time', word });
  const until = { hour: Number(time[1]), minute: Number(time[2] ?? '0') };
  if (until.hour > 23 || until.minute > 59) return refusal({ code: 'bad-time', word });
  return closing(word, until, time[3] ?? '');
}

function closing(word: string, until: WallTime | null, reason: string): Reading {
  return reason === ''
    ? refusal({ code: 'missing-reason', word, example: `!${word} tot 18:30 te weinig mensen` })
    : success({ name: 'close', until, reason });
}
