import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Clock } from '../../ports/clock.ts';
import { advisoryLocks } from './advisory-locks.ts';
import { queriesOf } from './connections.ts';
import { toPostgresError } from './postgres-error.ts';

const folder = join(import.meta.dirname, 'migrations');

/**
 * Brings the schema up to this program's, one transaction per migration, oldest first; replicas that start together
 * wait for each other. Migrations that this program does not know (a newer one was here) are left alone.
 */
export async function migrate(pool: pg.Pool, clock: Clock): Promise<void> {
  const client = await pool.connect().catch((cause: unknown) => {
    throw toPostgresError(cause);
  });
  const swallow = () => undefined; // a lost connection shows in the next statement
  client.on('error', swallow);
  try {
    await withLock(client, () => applyMissing(client, clock));
  } finally {
    client.off('error', swallow);
    client.release();
  }
}

async function withLock(client: pg.ClientBase, act: () => Promise<void>): Promise<void> {
  const { query } = queriesOf(client);
  await query('SET statement_timeout = 0');
  await query('SELECT pg_advisory_lock($1)', [advisoryLocks.migrations]);
  try {
    await act();
  } finally {
    await query('SELECT pg_advisory_unlock($1)', [advisoryLocks.migrations]);
    await query('RESET statement_timeout');
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
    await inTransaction(client, async () => {
      await client.query(text);
      await query('INSERT INTO migrations (name, applied_at) VALUES ($1, $2)', [name, clock.now()]);
    });
  }
}

async function inTransaction(client: pg.ClientBase, act: () => Promise<void>): Promise<void> {
  try {
    await client.query('BEGIN');
    await act();
    await client.query('COMMIT');
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw toPostgresError(cause);
  }
}
