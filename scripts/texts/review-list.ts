import { createHash } from 'node:crypto';
import type { CallerWords } from './caller-words.ts';

const head = `# What awaits a native reader

Until the last column says so, no native reader has read a sentence of that row. Before the helpline opens, somebody who has the
language as their own reads it aloud, best together with a counsellor (S10).

The list is made by \`npm run texts\`; a test fails when it is not up to date, so no new sentence gets past it. Whoever has read a
row writes into its last column who they are to the helpline and the day, such as \`counsellor of CAW Limburg, 2027-01-15\`: no
name. When a sentence of the row changes, its fingerprint does, and the column says again that nobody has read it.
`;

const nobody = 'nobody yet';

/** The list, with what readers wrote into the list before about words that are still the same. */
export function reviewList(words: readonly CallerWords[], before: string): string {
  const rows = words.map(({ name, texts }) => {
    const fingerprint = fingerprintOf(texts);
    return [name, String(Object.keys(texts).length), fingerprint, readerOf(name, fingerprint, before)];
  });
  const titles = ['words', 'texts', 'fingerprint', 'read by a native reader'];
  return `${head}\n${tableOf([titles, ...rows])}\n`;
}

/** Changes with any key or sentence, and not with their order. */
function fingerprintOf(texts: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(texts).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex').slice(0, 16);
}

function readerOf(name: string, fingerprint: string, before: string): string {
  const rows = before.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const row = rows.find((cells) => cells[1] === name && cells[3] === fingerprint);
  return row?.[4] ?? nobody;
}

/** As Prettier would write it. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const [titles = []] = rows;
  const widths = titles.map((_title, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = lineOf(widths.map((width) => '-'.repeat(width)));
  return [lineOf(titles), rule, ...rows.slice(1).map(lineOf)].join('\n');
}
