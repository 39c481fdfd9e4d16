import { HttpError } from './http-error.ts';

/** Deeper than anything Matrix or our own API nests. */
const deepestNesting = 12;

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** Where the scan is: one entry per open bracket; keys seen so far for an object, null for an array. */
type Open = Set<string> | null;

/**
 * Refuses JSON that a second reader might understand differently (RFC 8259, section 4): a key twice in one object, the
 * key `__proto__`, and nesting that costs more to walk than it says. `text` has been parsed as JSON already.
 */
export function refuseAmbiguousJson(text: string): void {
  const open: Open[] = [];
  let isKeyNext = false;
  for (const [token] of text.matchAll(tokens)) {
    switch (token) {
      case '{':
      case '[':
        open.push(token === '{' ? new Set() : null);
        isKeyNext = token === '{';
        if (open.length > deepestNesting) throw new HttpError('M_BAD_JSON');
        break;
      case '}':
      case ']':
        open.pop();
        isKeyNext = false;
        break;
      case ',':
        isKeyNext = open.at(-1) instanceof Set;
        break;
      case ':':
        break;
      default:
        if (isKeyNext) addKey(open.at(-1), token);
        isKeyNext = false;
    }
  }
}

function addKey(keys: Open | undefined, token: string): void {
  const key: unknown = JSON.parse(token);
  if (!(keys instanceof Set) || typeof key !== 'string') return;
  if (key === '__proto__' || keys.has(key)) throw new HttpError('M_BAD_JSON');
  keys.add(key);
}
