import pg from 'pg';
import type { Contact } from '../../domain/contact-form.ts';
import { connectionSettings, endClient, type PostgresAccess } from './connections.ts';
import { contactRegisterIn } from './contact-register.ts';
import { toPostgresError } from './postgres-error.ts';
import { inTransaction } from './with-transaction.ts';

/** Reads the contact register, and nothing else, over a connection of its own that cannot write. Throws `PostgresError`. */
export async function readContacts(access: PostgresAccess): Promise<readonly Contact[]> {
  const client = new pg.Client(connectionSettings(access));
  client.on('error', () => undefined); // a lost connection shows in the next statement
  try {
    await client.connect();
    const begin = 'BEGIN READ ONLY';
    return await inTransaction(
      client,
      (queries) => contactRegisterIn({ ...queries, note: () => undefined }).all(),
      { begin, commit: () => 'COMMIT' },
    );
  } catch (cause) {
    throw toPostgresError(cause);
  } finally {
    await endClient(client);
  }
}
