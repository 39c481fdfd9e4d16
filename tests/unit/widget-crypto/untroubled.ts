import { createLine, type Line } from '../../../widget/crypto/line.ts';

/** A conversation that nobody ends, on a line that nobody renews. */
export function untroubled(): { readonly signal: AbortSignal; readonly line: Line } {
  return { signal: new AbortController().signal, line: createLine() };
}
