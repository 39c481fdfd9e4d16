import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Clock } from '../../ports/clock.ts';
import { advisoryLocks } from './advisory-locks.ts';
import { endClient, queriesOf } from './connections.ts';
import { toPostgresError } from './postgres-error.ts';
import { inTransaction } from './with-transaction.ts';

const folder = join(import.meta.dirname, 'migrations');

/**
 * Brings the schema up to this program's, one transaction per migration, oldest first; replicas that start together
 * wait for each other. Migrations that this program does not know (a newer one was here) are left alone. It has a connection
 * of its own, on which a migration, or another replica's, may take as long as it takes.
 */
export async function migrate(settings: pg.ClientConfig, clock: Clock): Promise<void> {
  const client = new pg.Client({ ...settings, query_timeout: 0, statement_timeout: 0 });
  client.on('error', () => undefined); // a lost connection shows in the next statement
  try {
    await client.connect();
    const { query } = queriesOf(client);
    await query('SELECT pg_advisory_lock($1)', [advisoryLocks.migrations]);
    await applyMissing(client, clock);
  } catch (cause) {
    throw toPostgresError(cause);
  } finally {
    await endClient(client); // and gives the lock back
  }
}

async function applyMissing(client: pg.ClientBase, clock: Clock): Promise<void> {
  const { query } = queriesOf(client);
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await query(`CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at bigint NOT NULL)`);
  await query(`COMMENT ON TABLE migrations IS 'Changes of the schema that were made.'`);
  await query(`COMMENT ON COLUMN migrations.name IS 'File name: day, minute (UTC) and subject.'`);
  await query(`COMMENT ON COLUMN migrations.applied_at IS 'When it was made.'`);
  for (const name of names) {
    const known = await query('SELECT FROM migrations WHERE name = $1', [name]);
    if (known.length > 0) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    await inTransaction(client, async (transaction) => {
      await transaction.query(text);
      await transaction.query('INSERT INTO migrations (name, applied_at) VALUES ($1, $2)', [
        name,
        clock.now(),
      ]);
    });
  }
}
