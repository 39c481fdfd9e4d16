/** Whatever one program or another shows as the end of a line (Unicode Standard, 5.8). */
const lineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** What turns the direction of a line round, and what no eye sees but a program may act on. */
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * What a stranger wrote, as lines for counsellors: each is quoted, so that none passes for a word of ours, and nothing in it turns into
 * a link or a mention. Programs make those themselves out of plain text; a space after what they look for keeps them from it, and the
 * words can still be read.
 */
export function quotedLines(text: string): readonly string[] {
  return text.split(lineEnd).map((line) => `> ${withoutLinks(line.replace(unseen, ' '))}`);
}

/** Schemes (`https:`, `mailto:`), names of hosts (`voorbeeld.be`), and Matrix's and mail's addresses (`@rosa:…`, `#kamer:…`, `a@b.be`). */
function withoutLinks(line: string): string {
  return line
    .replace(/(\p{L}):(?=\S)/gu, '$1: ')
    .replace(/\.(?=\p{L})/gu, '. ')
    .replace(/[@#](?=\S)/gu, '$& ');
}
