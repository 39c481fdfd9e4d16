import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { z } from 'zod';
import { advisoryLocks } from './advisory-locks.ts';
import { endClient, queriesOf, type Queries } from './connections.ts';
import { parseRows } from './parse-rows.ts';
import { PostgresError, toPostgresError } from './postgres-error.ts';

/** One term as the writer. */
export type WriterTerm = {
  /** The fence: whatever is written under an older number is refused. */
  readonly epoch: number;
  /** Aborts when the term is over: lost, or the process stops. Work must end soon after. */
  readonly signal: AbortSignal;
};

/** What only one process of all replicas does at a time (design 11): dispatching, encrypting, consuming transactions. */
export interface SingleWriter {
  /**
   * Calls `lead` whenever this process becomes the writer, and waits for the next term after it. A `lead` that rejects
   * ends its term; its error and whatever else keeps a term from beginning go to `onError`, but for a database that is
   * away. `onFollow` is called while another process leads. Returns how to stop, which waits until `lead` has ended.
   */
  run(
    lead: (term: WriterTerm) => Promise<void>,
    onError: (error: unknown) => void,
    onFollow?: () => void,
  ): () => Promise<void>;
}

const askIntervalMs = 500;
const beatIntervalMs = 1_000;
/** A process that is frozen this long loses the lock; its epoch is refused when it wakes up. */
const silenceLimitMs = 8_000;
/** No answer for so long means that the connection is lost; well below `silenceLimitMs`, so that the holder knows first. */
const answerLimitMs = 4_000;

/** A session-level advisory lock on a connection of its own: PostgreSQL gives it back the moment the holder dies. */
export function postgresSingleWriter(settings: pg.ClientConfig): SingleWriter {
  return {
    run: (lead, onError, onFollow = () => undefined) => {
      const stopping = new AbortController();
      const running = leadUntilStopped(settings, { lead, onError, onFollow }, stopping.signal);
      return async () => {
        stopping.abort();
        await running;
      };
    },
  };
}

type Work = {
  readonly lead: (term: WriterTerm) => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly onFollow: () => void;
};

async function leadUntilStopped(settings: pg.ClientConfig, work: Work, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const client = new pg.Client({ ...settings, query_timeout: answerLimitMs });
    const lost = new AbortController();
    const lose = () => {
      lost.abort();
    };
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      await takeTerms(queriesOf(client), work, { stopping, lost });
    } catch (cause) {
      const error = toPostgresError(cause);
      if (error.code !== 'unreachable') work.onError(error); // else away, lost, or stopped: the next attempt follows
    }
    lose();
    await endClient(client);
    await pause(askIntervalMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}

type Endings = { readonly stopping: AbortSignal; readonly lost: AbortController };

/** Waits for the lock, leads one term, and keeps the connection alive meanwhile. */
async function takeTerms(queries: Queries, work: Work, { stopping, lost }: Endings): Promise<void> {
  await queries.query(`SET idle_session_timeout = ${silenceLimitMs}`);
  while (!(await tryLock(queries))) {
    work.onFollow();
    await pause(askIntervalMs, undefined, { signal: stopping });
  }
  const epoch = await nextEpoch(queries);
  const signal = AbortSignal.any([stopping, lost.signal]);
  const led = work.lead({ epoch, signal }).catch(work.onError);
  const isOver = led.then(() => true);
  while (!(await Promise.race([isOver, beat(queries, signal)])));
  lost.abort();
  await led;
}

async function tryLock({ query }: Queries): Promise<boolean> {
  const rows = await query('SELECT pg_try_advisory_lock($1) AS is_ours', [advisoryLocks.singleWriter]);
  return parseRows(z.object({ is_ours: z.boolean() }), rows)[0]?.is_ours === true;
}

async function nextEpoch({ query }: Queries): Promise<number> {
  const rows = await query('UPDATE writer SET epoch = epoch + 1 RETURNING epoch');
  const [row] = parseRows(z.object({ epoch: z.int() }), rows);
  if (row === undefined) throw new PostgresError('missing');
  return row.epoch;
}

/** True when the term is over. */
async function beat({ query }: Queries, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(beatIntervalMs, undefined, { signal });
    await query('SELECT 1');
    return signal.aborted;
  } catch {
    return true;
  }
}
