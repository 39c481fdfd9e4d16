import { nearestWord } from '../../appservice/domain/command-words.ts';

/** What somebody typed in the terminal, read but not yet understood: what it means depends on where they are. */
export type Typed =
  | { readonly kind: 'nothing' | 'accept' | 'decline' | 'take' | 'pass' | 'stop' | 'help' }
  /** `/invite` with a name, or with none. */
  | { readonly kind: 'invite'; readonly who: string }
  /** `!…`, for the desk. */
  | { readonly kind: 'command'; readonly body: string }
  /** Anything else that begins with `/`. */
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'words'; readonly body: string };

const slashWords: ReadonlyMap<string, 'accept' | 'decline' | 'take' | 'pass' | 'stop' | 'help'> = new Map([
  ['/aanvaard', 'accept'],
  ['/weiger', 'decline'],
  ['/neem', 'take'],
  ['/niet', 'pass'],
  ['/stop', 'stop'],
  ['/help', 'help'],
]);

/** Reads a typed line. */
export function readTyped(line: string): Typed {
  const body = line.trim();
  if (body === '') return { kind: 'nothing' };
  if (body.startsWith('!')) return { kind: 'command', body };
  if (!body.startsWith('/')) return { kind: 'words', body };
  const invited = /^\/(?:invite|uitnodigen)(?:\s+(\S+))?$/iu.exec(body);
  if (invited !== null) return { kind: 'invite', who: invited[1] ?? '' };
  const kind = slashWords.get(body.toLowerCase());
  return kind === undefined ? { kind: 'unknown', word: body } : { kind };
}

/** What was probably meant by words that are no command, such as `aan` or `neem 4711`; undefined when they are just words. */
export function meantBy(body: string): string | undefined {
  const [word, number] = body.replace(/^\//u, '').trim().toLowerCase().split(/\s+/u);
  if (word === undefined || !/^\S+(\s+\d+)?$/u.test(body.trim())) return undefined;
  if (!body.startsWith('/') && slashWords.has(`/${word}`) && nearestWord(word) !== word) return `/${word}`;
  const nearest = word.length < shortestMiss ? null : nearestWord(word);
  if (nearest === null) return undefined;
  return number === undefined ? `!${nearest}` : `!${nearest} ${number}`;
}

/** Shorter words are near to too much: "ok" is no slip for `!on`. */
const shortestMiss = 3;
