import type { ActionQueue } from '../../ports/actions.ts';
import type { CallerSessions } from '../../ports/caller-sessions.ts';
import type { Changes } from '../../ports/changes.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CryptoStore } from '../../ports/crypto-store.ts';
import type { DataKeys } from '../../ports/sealer.ts';
import type { TransactionInbox } from '../../ports/transaction-inbox.ts';
import type { UnitOfWork } from '../../ports/unit-of-work.ts';
import { postgresActionQueue } from './action-queue.ts';
import { auditHands, type AuditHands } from './audit-keeping.ts';
import { postgresCallerSessions } from './caller-sessions.ts';
import { postgresChanges } from './changes.ts';
import { connectionPool, connectionSettings, queriesOf, type PostgresAccess } from './connections.ts';
import { postgresCryptoStore, type CryptoStoreTerm } from './crypto-store.ts';
import { postgresHealth, type DatabaseHealth } from './health.ts';
import { migrate } from './migrate.ts';
import { postgresSingleWriter, type SingleWriter } from './single-writer.ts';
import { postgresTransactionInbox } from './transaction-inbox.ts';
import { postgresUnitOfWork } from './unit-of-work.ts';

/** Everything that lives in the database. Its parts reject with `PostgresError`. */
export type Postgres = {
  readonly unitOfWork: UnitOfWork;
  readonly actionQueue: ActionQueue;
  readonly transactionInbox: TransactionInbox;
  readonly callerSessions: CallerSessions;
  readonly changes: Changes;
  readonly singleWriter: SingleWriter;
  readonly health: DatabaseHealth;
  /** Whether the service could change the audit log; a well-kept one it can only add to (S32). */
  readonly auditHands: AuditHands;
  /** The desk's crypto store during one term of the single writer. */
  readonly cryptoStore: (term: CryptoStoreTerm) => CryptoStore;
  /** Ends every connection; the single writer is stopped before. */
  readonly close: () => Promise<void>;
};

/**
 * Connects, brings the schema up to date, and begins to listen for changes. Throws `PostgresError` `unreachable` when
 * the database is not there; once it runs, it survives restarts of the database.
 */
export async function createPostgres(
  access: PostgresAccess,
  parts: { readonly clock: Clock; readonly dataKeys: DataKeys },
): Promise<Postgres> {
  await migrate(connectionSettings(access), parts.clock);
  const pool = connectionPool(access);
  const changes = postgresChanges(connectionSettings(access));
  const queries = queriesOf(pool);
  return {
    unitOfWork: postgresUnitOfWork({ pool, ...parts }),
    actionQueue: postgresActionQueue(queries),
    transactionInbox: postgresTransactionInbox(queries, parts.clock),
    callerSessions: postgresCallerSessions(pool),
    changes,
    singleWriter: postgresSingleWriter(connectionSettings(access)),
    health: postgresHealth(pool),
    auditHands: await auditHands(queries),
    cryptoStore: (term) => postgresCryptoStore(pool, term),
    close: async () => {
      await changes.stop();
      await pool.end();
    },
  };
}
