import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { checkout } from './checkout.ts';

/** What an administrator runs, too, in this order: the log is made where it is missing, then taken out of the service's hands. */
const files = [
  'appservice/adapters/postgres/migrations/20261130-2106-audit-chain.sql',
  'config/postgres/keep-audit.sql',
];

/** Gives the audit log of a stack to a role that is not the service's (S32), as PostgreSQL's superuser; again does no harm. */
export async function keepAudit(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const statements = files.map((file) => readFileSync(join(checkout, file), 'utf8'));
    await client.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'));
  } finally {
    await client.end();
  }
}
