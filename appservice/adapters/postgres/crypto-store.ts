import type pg from 'pg';
import type { CryptoStore } from '../../ports/crypto-store.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { queriesOf, type Queries } from './connections.ts';
import { loadSnapshot, writeChanges, type CryptoCommit } from './crypto-records.ts';
import { PostgresError, toPostgresError } from './postgres-error.ts';

/** Who writes, and under which key. */
export type CryptoStoreTerm = {
  /** Seals each record under the desk store key (design 4). */
  readonly sealer: Sealer;
  /** The writer's term; a commit under an older one is refused with `stale-writer`. */
  readonly epoch: number;
};

/**
 * The desk's crypto store in PostgreSQL. Commits follow each other in the order in which they were asked for; what is
 * written are whole values, so that one whose fate is unknown (`unreachable`) may simply be written again.
 */
export function postgresCryptoStore(pool: pg.Pool, term: CryptoStoreTerm): CryptoStore {
  let line: Promise<unknown> = Promise.resolve();
  return {
    commit: (name, schema, changes) => {
      const turn = line.then(() => commitOnce(pool, term, { name, schema, changes }));
      line = turn.catch(() => undefined);
      return turn;
    },
    load: (name) => loadSnapshot(queriesOf(pool), term.sealer, name),
  };
}

async function commitOnce(pool: pg.Pool, term: CryptoStoreTerm, commit: CryptoCommit): Promise<void> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw toPostgresError(cause);
  });
  const swallow = () => undefined; // a lost connection shows in the next statement
  client.on('error', swallow);
  let isClean = true;
  const { query } = queriesOf(client);
  try {
    await query('BEGIN');
    await requireTerm({ query }, term.epoch);
    await writeChanges({ query }, term.sealer, commit);
    await query('COMMIT');
  } catch (error) {
    isClean = await query('ROLLBACK').then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.off('error', swallow);
    client.release(!isClean);
  }
}

/** Holds the fence until the commit is over, so that no new term begins in the middle of it. */
async function requireTerm({ query }: Queries, epoch: number): Promise<void> {
  const current = await query('SELECT 1 FROM writer WHERE epoch = $1 FOR SHARE', [epoch]);
  if (current.length === 0) throw new PostgresError('stale-writer');
}
