import pg from 'pg';

/** What went wrong with the database; asked for by these codes, never by a message. */
export type PostgresErrorCode =
  /** No connection, or it was lost: nothing is known to have happened. */
  | 'unreachable'
  /** The connection was lost while a unit of work was being committed: it may or may not have been. */
  | 'commit-unknown'
  /** Two transactions got into each other's way; neither is half done. */
  | 'serialization'
  /** A statement or a lock took too long. */
  | 'timeout'
  /** A row of that identity is there already. */
  | 'conflict'
  /** A row that must be there is not. */
  | 'missing'
  /** A row is not what this program understands. */
  | 'row-unreadable'
  /** The list of blocks is missing or not understood: nobody can tell who is blocked (R35). */
  | 'blocks-unreadable'
  /** Another process has become the single writer since. */
  | 'stale-writer'
  /** A statement is wrong, or the database refuses it. */
  | 'refused';

/** The database failed. The cause may hold values of rows: it is never logged. */
export class PostgresError extends Error {
  readonly code: PostgresErrorCode;

  constructor(code: PostgresErrorCode, cause?: unknown) {
    super(`PostgreSQL: ${code}`, { cause });
    this.name = 'PostgresError';
    this.code = code;
  }
}

/** By SQLSTATE or its class (PostgreSQL manual, appendix A). */
const codes: Readonly<Record<string, PostgresErrorCode>> = {
  '08': 'unreachable',
  '53': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P05': 'unreachable',
  '57014': 'timeout',
  '55P03': 'timeout',
  '25P03': 'unreachable',
  '40': 'serialization',
  '23505': 'conflict',
};

/** Names what the driver threw. Whatever has no SQLSTATE comes from the connection. */
export function toPostgresError(cause: unknown): PostgresError {
  if (cause instanceof PostgresError) return cause;
  if (!(cause instanceof pg.DatabaseError)) return new PostgresError('unreachable', cause);
  const state = cause.code ?? '';
  return new PostgresError(codes[state] ?? codes[state.slice(0, 2)] ?? 'refused', cause);
}
