import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../../ports/clock.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import type { Registers, UnitOfWork } from '../../ports/unit-of-work.ts';
import { advisoryLocks } from './advisory-locks.ts';
import { changeNotes, type ChangeNotes } from './change-channel.ts';
import { queriesOf } from './connections.ts';
import { PostgresError, toPostgresError } from './postgres-error.ts';
import { registersIn } from './registers.ts';

/** What units of work are made of. */
export type UnitOfWorkParts = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly dataKeys: DataKeys;
};

const begin = `BEGIN; SELECT pg_advisory_xact_lock(${advisoryLocks.unitOfWork})`;

/** Pauses before each further attempt: a database that restarts is back after them, one that is gone is not waited for. */
const retryPausesMs = [20, 150, 600];

/**
 * Units of work, one after the other: within this process in a line (so that they never use up the connections),
 * between processes by an advisory lock. One that could not be committed for a reason that passes is done again; never
 * one whose commit may have arrived (`commit-unknown`).
 */
export function postgresUnitOfWork(parts: UnitOfWorkParts): UnitOfWork {
  let line: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const turn = line.then(() => runWithRetries(parts, work));
      line = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function runWithRetries<T>(
  parts: UnitOfWorkParts,
  work: (registers: Registers) => Promise<T>,
): Promise<T> {
  for (const pauseMs of retryPausesMs) {
    try {
      return await runOnce(parts, work);
    } catch (error) {
      if (!canPass(error)) throw error;
    }
    await pause(pauseMs);
  }
  return runOnce(parts, work);
}

function canPass(error: unknown): boolean {
  return error instanceof PostgresError && (error.code === 'unreachable' || error.code === 'serialization');
}

async function runOnce<T>(parts: UnitOfWorkParts, work: (registers: Registers) => Promise<T>): Promise<T> {
  const client = await parts.pool.connect().catch((cause: unknown) => {
    throw toPostgresError(cause);
  });
  const swallow = () => undefined; // a lost connection shows in the next statement
  client.on('error', swallow);
  const end = (isBroken: boolean) => {
    client.off('error', swallow);
    client.release(isBroken);
  };
  try {
    const result = await inTransaction(client, parts, work);
    end(false);
    return result;
  } catch (error) {
    const isUndone = await client.query('ROLLBACK').then(
      () => true,
      () => false,
    );
    end(!isUndone);
    throw error;
  }
}

async function inTransaction<T>(
  client: pg.PoolClient,
  { clock, dataKeys }: UnitOfWorkParts,
  work: (registers: Registers) => Promise<T>,
): Promise<T> {
  const notes = changeNotes();
  const { query } = queriesOf(client);
  await query(begin);
  const result = await work(registersIn({ query, note: notes.note }, { clock, dataKeys }));
  await commit(client, notes);
  return result;
}

async function commit(client: pg.PoolClient, notes: ChangeNotes): Promise<void> {
  try {
    await client.query(`${notes.statements()}COMMIT`);
  } catch (cause) {
    const error = toPostgresError(cause);
    throw error.code === 'unreachable' || error.code === 'timeout'
      ? new PostgresError('commit-unknown', cause)
      : error;
  }
}
