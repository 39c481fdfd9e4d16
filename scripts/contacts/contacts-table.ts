import type { ContactFigures } from '../../appservice/domain/contact-figures.ts';
import type { ContactPeriod } from './contact-period.ts';

const head = ['from', 'to', 'list', 'category', 'contacts', 'of'];

/** What is counted but in no category that is told. */
const unknown = '(unknown)';
const untold = '(themes with too few contacts, together)';

/** The figures as a table for a spreadsheet (RFC 4180): by theme of 1712, then in the categories of CHI (S45), each line with its total. */
export function contactsTable(figures: ContactFigures, { first, last }: ContactPeriod): string {
  const { total, themes, chi } = figures;
  const line = (list: string, category: string, count: number | string) => [
    first,
    last,
    list,
    category,
    String(count),
    shown(total),
  ];
  const rest = (list: string) => (figures.untold === 0 ? [] : [line(list, untold, shown(figures.untold))]);
  const lines = [
    head,
    ...themes.map(({ theme, count }) => line('1712', theme ?? unknown, count)),
    ...rest('1712'),
    ...chi.map(({ category, count }) => line('CHI', category ?? unknown, count)),
    ...rest('CHI'),
  ];
  return lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

function shown(count: number | 'few'): string {
  return count === 'few' ? 'fewer than 5' : String(count);
}

/** A spreadsheet would compute what begins so; a label of the configuration may. */
function quoted(cell: string): string {
  const text = /^[=+@\t-]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
