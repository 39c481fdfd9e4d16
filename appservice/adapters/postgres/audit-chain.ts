import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Instant } from '../../domain/time.ts';
import type { Queries } from './connections.ts';
import { columns, parseRows } from './parse-rows.ts';

const bytes = z.instanceof(Uint8Array);

const chainRow = z.object({
  erased_until: z.int(),
  erased_hash: bytes,
  last_sequence: z.int(),
  last_hash: bytes,
});

const lineRow = z.object({
  sequence: z.int(),
  at: columns.instant,
  act: z.string(),
  who: z.string(),
  conversation_id: z.string().nullable(),
  subject: z.string().nullable(),
  sealed_reason: bytes.nullable(),
  wrapped_data_key: bytes.nullable(),
  hash: bytes,
});

type LineRow = z.infer<typeof lineRow>;

/** A line of the chain as somebody noted it: its number and its hash, hexadecimal. */
export type ChainMark = { readonly sequence: number; readonly hash: string };

/** What came of walking the whole chain of the audit log. */
export type ChainReport = {
  /** Lines that are there and fit. */
  readonly count: number;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  /** The newest line that fits; whoever notes it elsewhere sees later whether everything up to it is as it was. */
  readonly head: ChainMark;
  /** Number of the last line that was erased at its due date; 0 before. What stood up to there nobody can tell any more. */
  readonly erasedUntil: number;
  /** Whether the mark noted before names a line that was erased before others were: then it vouches for nothing. */
  readonly isMarkErased: boolean;
  /** Number of the first line that is missing, or does not follow from the one before it; null when all is well. */
  readonly brokenAt: number | null;
};

/** So many lines are held at a time. */
const batchSize = 1_000;

/**
 * Walks the chain of the audit log from its beginning to its end (S32). Finds every line that was changed, taken away or put in
 * between, the newest ones too, by whoever could not also write the chain anew from there on; that shows in a mark noted before.
 * Who may write the chain may also say that the beginning was erased: so a mark within it proves nothing, and is told as such.
 */
export async function walkChain({ query }: Queries, noted: ChainMark | null): Promise<ChainReport> {
  const [chain] = parseRows(
    chainRow,
    await query('SELECT erased_until, erased_hash, last_sequence, last_hash FROM audit.chain'),
  );
  if (chain === undefined) return broken(emptyReport({ sequence: 0, hash: '' }), 1);
  const erased = { sequence: chain.erased_until, hash: hex(chain.erased_hash) };
  let report = { ...emptyReport(erased), isMarkErased: noted !== null && noted.sequence < erased.sequence };
  if (noted?.sequence === erased.sequence && noted.hash !== erased.hash) {
    return broken(report, erased.sequence);
  }
  for (;;) {
    const rows = await query(
      `SELECT sequence, at, act, who, conversation_id, subject, sealed_reason, wrapped_data_key, hash
       FROM audit.lines WHERE sequence > $1 ORDER BY sequence LIMIT ${batchSize}`,
      [report.head.sequence],
    );
    for (const line of parseRows(lineRow, rows)) {
      if (!follows(line, report.head) || differs(line, noted))
        return broken(report, report.head.sequence + 1);
      report = extended(report, line);
    }
    if (rows.length < batchSize) break;
  }
  const { sequence, hash } = report.head;
  if (sequence !== chain.last_sequence) return broken(report, sequence + 1);
  if (hash !== hex(chain.last_hash)) return broken(report, sequence);
  return noted !== null && noted.sequence > sequence ? broken(report, sequence + 1) : report;
}

/** The hash of a line, hexadecimal, by the rule of the function `audit.append`. */
function hashOf(line: LineRow, hashBefore: string): string {
  const { sealed_reason: reason, wrapped_data_key: key } = line;
  const parts = [
    ...[String(line.sequence), String(line.at), line.act, line.who, line.conversation_id, line.subject],
    ...[reason, key].map((each) => (each === null ? null : hex(each))),
  ];
  const written = parts.map((part) => (part === null ? '-' : `${Buffer.byteLength(part)}:${part},`)).join('');
  return createHash('sha256').update(Buffer.from(hashBefore, 'hex')).update(written).digest('hex');
}

function follows(line: LineRow, before: ChainMark): boolean {
  return line.sequence === before.sequence + 1 && hex(line.hash) === hashOf(line, before.hash);
}

function differs(line: LineRow, noted: ChainMark | null): boolean {
  return noted?.sequence === line.sequence && noted.hash !== hex(line.hash);
}

function emptyReport(erased: ChainMark): ChainReport {
  const { sequence: erasedUntil } = erased;
  const nothing = { count: 0, firstAt: null, lastAt: null, brokenAt: null };
  return { ...nothing, head: erased, erasedUntil, isMarkErased: false };
}

function extended(report: ChainReport, { sequence, at, hash }: LineRow): ChainReport {
  return {
    ...report,
    count: report.count + 1,
    firstAt: report.firstAt ?? at,
    lastAt: at,
    head: { sequence, hash: hex(hash) },
    brokenAt: null,
  };
}

function broken(report: ChainReport, brokenAt: number): ChainReport {
  return { ...report, brokenAt };
}

function hex(raw: Uint8Array): string {
  return Buffer.from(raw).toString('hex');
}
