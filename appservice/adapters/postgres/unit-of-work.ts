import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Clock } from '../../ports/clock.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import type { Registers, UnitOfWork } from '../../ports/unit-of-work.ts';
import { advisoryLocks } from './advisory-locks.ts';
import { changeNotes } from './change-channel.ts';
import { PostgresError } from './postgres-error.ts';
import { registersIn } from './registers.ts';
import { withTransaction } from './with-transaction.ts';

/** What units of work are made of. */
export type UnitOfWorkParts = {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly dataKeys: DataKeys;
};

const beginAlone = `BEGIN; SELECT pg_advisory_xact_lock(${advisoryLocks.unitOfWork})`;

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
    read: (work) => runOnce(parts, work, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'),
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

function runOnce<T>(
  { pool, clock, dataKeys }: UnitOfWorkParts,
  work: (registers: Registers) => Promise<T>,
  begin = beginAlone,
): Promise<T> {
  const notes = changeNotes();
  const commit = () => `${notes.statements()}COMMIT`;
  return withTransaction(
    pool,
    ({ query }) => work(registersIn({ query, note: notes.note }, { clock, dataKeys })),
    { begin, commit },
  );
}
