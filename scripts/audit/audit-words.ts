import type { ChainMark, ChainReport } from '../../appservice/adapters/postgres/audit-chain.ts';
import type { AuditHands } from '../../appservice/adapters/postgres/audit-keeping.ts';

/** Said where the service could change its own audit log. */
export const notKept =
  'the role of database.url could change and erase it: have an administrator of PostgreSQL run config/postgres/keep-audit.sql, which says how.';

/** What `npm run audit` prints: counts, days and numbers of lines, never what a line says. */
export function auditWords(report: ChainReport & { readonly hands: AuditHands }): readonly string[] {
  const { count, firstAt, lastAt, head, brokenAt, hands } = report;
  const days = firstAt === null || lastAt === null ? '' : `, from ${day(firstAt)} to ${day(lastAt)}`;
  const keeping = hands === 'keeper' ? [] : [`warning: ${notKept}`];
  if (brokenAt !== null) {
    return [
      `BROKEN at line ${String(brokenAt)}: it, or the one before it, was changed, put in or taken away. Before it: ${lines(count)}${days}.`,
      ...keeping,
    ];
  }
  return [
    `OK: ${lines(count)}${days}.`,
    `Note this where nobody of the database can write, and give it next time: --noted ${String(head.sequence)}:${head.hash}`,
    ...keeping,
  ];
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
