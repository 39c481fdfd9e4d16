import type pg from 'pg';
import { queriesOf, type Queries } from './connections.ts';
import { PostgresError, toPostgresError } from './postgres-error.ts';

/** What stands around the work of a transaction, when it is more than `BEGIN` and `COMMIT`. */
export type Brackets = { readonly begin: string; readonly commit: () => string };

const plain: Brackets = { begin: 'BEGIN', commit: () => 'COMMIT' };

/**
 * Runs `work` in one transaction on a connection of the pool. A connection whose transaction failed is closed, which undoes
 * it, and never used again. Throws as `inTransaction` does.
 */
export async function withTransaction<T>(
  pool: pg.Pool,
  work: (queries: Queries) => Promise<T>,
  brackets: Brackets = plain,
): Promise<T> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw toPostgresError(cause);
  });
  const swallow = () => undefined; // a lost connection shows in the next statement
  client.on('error', swallow);
  let isDone = false;
  try {
    const result = await inTransaction(client, work, brackets);
    isDone = true;
    return result;
  } finally {
    client.off('error', swallow);
    client.release(!isDone);
  }
}

/**
 * Runs `work` in one transaction on a connection; when it fails the connection is of no use any more, and has to be closed.
 * Throws `PostgresError` and what `work` throws; `commit-unknown` when nobody knows whether the commit arrived.
 */
export async function inTransaction<T>(
  client: pg.ClientBase,
  work: (queries: Queries) => Promise<T>,
  { begin, commit }: Brackets = plain,
): Promise<T> {
  const queries = queriesOf(client);
  await queries.query(begin);
  const result = await work(queries);
  await queries.query(commit()).catch((error: unknown) => {
    throw isLost(error) ? new PostgresError('commit-unknown', error) : error;
  });
  return result;
}

function isLost(error: unknown): boolean {
  return error instanceof PostgresError && (error.code === 'unreachable' || error.code === 'timeout');
}
