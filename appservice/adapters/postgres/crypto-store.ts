import type pg from 'pg';
import type { CryptoStore } from '../../ports/crypto-store.ts';
import type { Sealer } from '../../ports/sealer.ts';
import { queriesOf, type Queries } from './connections.ts';
import { loadSnapshot, writeChanges, type CryptoCommit } from './crypto-records.ts';
import { PostgresError } from './postgres-error.ts';
import { withTransaction } from './with-transaction.ts';

/** Who writes, and under which key. */
export type CryptoStoreTerm = {
  /** Seals each record under the desk store key (design 4). */
  readonly sealer: Sealer;
  /** The writer's term; a commit under an older one is refused with `stale-writer`. */
  readonly epoch: number;
};

/**
 * The desk's crypto store in PostgreSQL. Commits follow each other in the order in which they were asked for; what is
 * written are whole values, so that one whose fate is unknown (`commit-unknown`) may simply be written again.
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

function commitOnce(pool: pg.Pool, term: CryptoStoreTerm, commit: CryptoCommit): Promise<void> {
  return withTransaction(pool, async (queries) => {
    await requireTerm(queries, term.epoch);
    await writeChanges(queries, term.sealer, commit);
  });
}

/** Holds the fence until the commit is over, so that no new term begins in the middle of it. */
async function requireTerm({ query }: Queries, epoch: number): Promise<void> {
  const current = await query('SELECT 1 FROM writer WHERE epoch = $1 FOR SHARE', [epoch]);
  if (current.length === 0) throw new PostgresError('stale-writer');
}
