import pg from 'pg';
import { connectionSettings, endClient, type PostgresAccess, type Queries } from './connections.ts';
import { toPostgresError } from './postgres-error.ts';
import { inTransaction } from './with-transaction.ts';

/** Reads over a connection of its own that cannot write, all of it as of one moment. Throws `PostgresError`. */
export async function readAlone<T>(
  access: PostgresAccess,
  look: (queries: Queries) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connectionSettings(access));
  client.on('error', () => undefined); // a lost connection shows in the next statement
  try {
    await client.connect();
    const begin = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
    return await inTransaction(client, look, { begin, commit: () => 'COMMIT' });
  } catch (cause) {
    throw toPostgresError(cause);
  } finally {
    await endClient(client);
  }
}
