import type { ChainMark, ChainReport } from '../../appservice/adapters/postgres/audit-chain.ts';
import type { AuditHands } from '../../appservice/adapters/postgres/audit-keeping.ts';

/** Said where the service could change its own audit log. */
export const notKept =
  'the role of database.url could change and erase it: have an administrator of PostgreSQL run config/postgres/keep-audit.sql, which says how.';

/** What `npm run audit` prints: counts, days and numbers of lines, never what a line says. */
export function auditWords(report: ChainReport & { readonly hands: AuditHands }): readonly string[] {
  const { count, firstAt, lastAt, head, brokenAt, erasedUntil, isMarkErased, hands } = report;
  const days = firstAt === null || lastAt === null ? '' : `, from ${day(firstAt)} to ${day(lastAt)}`;
  const keeping = hands === 'keeper' ? [] : [`warning: ${notKept}`];
  if (brokenAt !== null) {
    return [
      `BROKEN at line ${String(brokenAt)}: it, or the one before it, was changed, put in or taken away. Before it: ${lines(count)}${days}.`,
      ...keeping,
    ];
  }
  if (isMarkErased) {
    return [
      `NOT COMPARED: lines up to ${String(erasedUntil)} were erased, and the noted one with them, so it says nothing about them. Unless they were due, somebody took them away. Left and as written: ${lines(count)}${days}.`,
      ...keeping,
    ];
  }
  const erased =
    erasedUntil === 0
      ? []
      : [`Lines up to ${String(erasedUntil)} were erased; that they were due nobody can tell here.`];
  return [
    `OK: ${lines(count)}${days}.`,
    ...erased,
    `Note this where nobody of the database can write, and give it next time: --noted ${String(head.sequence)}:${head.hash}`,
    ...keeping,
  ];
}

/** Whether every line is there and as it was, as far as the mark that was given reaches. */
export function isWell({ brokenAt, isMarkErased }: ChainReport): boolean {
  return brokenAt === null && !isMarkErased;
}

/** Reads what `auditWords` asked to be noted; undefined when it is no such thing. */
export function readMark(text: string): ChainMark | undefined {
  const [, sequence = '', hash = ''] = /^([0-9]{1,15}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return hash === '' ? undefined : { sequence: Number(sequence), hash };
}

function lines(count: number): string {
  return count === 1 ? '1 line' : `${String(count)} lines`;
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
