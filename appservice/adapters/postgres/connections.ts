import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { toPostgresError } from './postgres-error.ts';

/** How the database is reached. */
export type PostgresAccess = {
  /** `postgres://role@host:port/name`, without password. */
  readonly url: string;
  /** Null when the database asks for none. */
  readonly password: string | null;
  readonly maxConnections: number;
};

const { INT8 } = pg.types.builtins;

/** Instants and counters are `bigint` columns; all of them are safe integers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (id, format) =>
    id === INT8 ? Number : (pg.types.getTypeParser(id, format) as (text: string) => unknown),
};

const limits = {
  connectMs: 2_000,
  statementMs: 5_000,
  /** The answer of a server that is gone without a word is not waited for any longer. */
  answerMs: 6_000,
  idleInTransactionMs: 10_000,
  endMs: 1_000,
} as const;

/** Settings of every connection. */
export function connectionSettings({ url, password }: PostgresAccess): pg.ClientConfig {
  return {
    connectionString: withPassword(url, password),
    types,
    application_name: 'helpline',
    keepAlive: true,
    connectionTimeoutMillis: limits.connectMs,
    statement_timeout: limits.statementMs,
    query_timeout: limits.answerMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
  };
}

/** `pg` lets the address win over a password that stands beside it, so it is put into the address. */
function withPassword(url: string, password: string | null): string {
  if (password === null) return url;
  const address = new URL(url);
  address.password = encodeURIComponent(password);
  return address.href;
}

/** Runs statements; rejects with `PostgresError`. */
export type Queries = {
  /** The rows as they came; whoever asks parses them. */
  readonly query: (text: string, values?: readonly unknown[]) => Promise<readonly unknown[]>;
};

/** Statements over whichever connection is free, each in a transaction of its own. */
export function queriesOf(connection: pg.Pool | pg.ClientBase): Queries {
  return {
    query: async (text, values = []) => {
      try {
        const result = await connection.query<Record<string, unknown>>(text, [...values]);
        return result.rows;
      } catch (cause) {
        throw toPostgresError(cause);
      }
    },
  };
}

/** The connections that all parts share. One that breaks while nobody uses it is replaced without a word. */
export function connectionPool(access: PostgresAccess): pg.Pool {
  const pool = new pg.Pool({
    ...connectionSettings(access),
    max: access.maxConnections,
    idleTimeoutMillis: 60_000,
  });
  pool.on('error', () => undefined); // whoever asks next gets a new connection, or `unreachable`
  return pool;
}

/** Ends a connection; one whose other side is gone without a word is not waited for. */
export async function endClient(client: pg.Client): Promise<void> {
  await Promise.race([client.end().catch(() => undefined), pause(limits.endMs, undefined, { ref: false })]);
}
