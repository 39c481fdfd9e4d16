import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { loopback } from './ports.ts';
import { type Account, postgresAccount } from './postgres-account.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { commandLineOf } from './process-table.ts';
import { type StackProcess, startProcess } from './processes.ts';
import { StackError } from './stack-error.ts';
import { waitUntil } from './wait-until.ts';

/** Where a PostgreSQL keeps its data and how it is reached. */
export type PostgresOptions = {
  /** Its data; only the account that it runs under may enter it. */
  readonly dataFolder: string;
  readonly port: number;
  /** Password of the superuser `postgres`. */
  readonly password: string;
  readonly runFolder: string;
  readonly logFile: string;
  /** Tests do without waiting for the disk: they kill processes, never the power. */
  readonly isForTests?: boolean;
};

/**
 * Settings beyond PostgreSQL's own: freed log segments are not reused, so that erased bytes leave the disk
 * (feasibility.md Part A 5), and the log never shows a statement or a value.
 */
const settings = [
  `listen_addresses=${loopback}`,
  'unix_socket_directories=',
  'wal_recycle=off',
  'min_wal_size=32MB',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'max_parallel_workers_per_gather=0',
];

/** Starts PostgreSQL from the binaries that npm brought, makes its data folder the first time, and waits for it. */
export async function startPostgres(options: PostgresOptions): Promise<StackProcess> {
  const account = postgresAccount();
  const binaries = postgresBinaries(account);
  if (!existsSync(join(options.dataFolder, 'PG_VERSION'))) initialise(options, { account, binaries });
  ensureOwner(options.dataFolder, account);
  removeStaleLock(options.dataFolder);
  const started = await startProcess({
    name: 'postgres',
    command: join(binaries, 'bin/postgres'),
    args: ['-D', options.dataFolder, '-p', String(options.port), ...flags(options)],
    runFolder: options.runFolder,
    logFile: options.logFile,
    problem: 'database',
    environment: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    ...(account === undefined ? {} : { account }),
  });
  await waitUntil({
    process: started,
    problem: 'database',
    limitMs: 30_000,
    isReady: () => answers(databaseUrl(options.port, { name: 'postgres', role: 'postgres', ...options })),
  });
  return started;
}

function flags(options: PostgresOptions): readonly string[] {
  const all = options.isForTests === true ? [...settings, 'fsync=off'] : settings;
  return all.flatMap((setting) => ['-c', setting]);
}

function initialise(
  options: PostgresOptions,
  run: { readonly account: Account | undefined; readonly binaries: string },
): void {
  const { dataFolder } = options;
  rmSync(dataFolder, { recursive: true, force: true }); // what an interrupted first start left
  mkdirSync(dirname(dataFolder), { recursive: true, mode: 0o755 });
  mkdirSync(dataFolder, { mode: 0o700 });
  const passwordFile = `${dataFolder}.password`;
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (run.account !== undefined) {
    chmodSync(dirname(dataFolder), 0o711);
    for (const path of [dataFolder, passwordFile]) chownSync(path, run.account.uid, run.account.gid);
  }
  const made = spawnSync(
    join(run.binaries, 'bin/initdb'),
    [
      ...['-D', dataFolder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
      ...[
        '--locale=C',
        '--encoding=UTF8',
        '--data-checksums',
        ...(options.isForTests === true ? ['-N'] : []),
      ],
    ],
    { ...run.account, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) {
    rmSync(dataFolder, { recursive: true, force: true });
    const reason = made.error?.message ?? made.stderr.trim().split('\n').at(-1) ?? '';
    throw new StackError('database', `PostgreSQL's data folder cannot be made in ${dataFolder}: ${reason}.`);
  }
}

/** The data of a start by somebody else: root hands them over, anybody else is told. */
function ensureOwner(dataFolder: string, account: Account | undefined): void {
  const owner = statSync(dataFolder).uid;
  if (account !== undefined && owner !== account.uid) {
    spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, dataFolder]);
  }
  if (account === undefined && owner !== process.getuid?.()) {
    throw new StackError(
      'database',
      `${dataFolder} belongs to another user: start as that user, or have the folder .data removed.`,
    );
  }
}

/** PostgreSQL refuses to start when another process has got the number that a killed one wrote into its lock file. */
function removeStaleLock(dataFolder: string): void {
  const lock = join(dataFolder, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  if (!commandLineOf(pid).includes(dataFolder)) rmSync(lock, { force: true });
}

/** Which database is meant, and who asks. */
export type DatabaseAccess = { readonly name: string; readonly role: string; readonly password: string };

/** Connection URL of a database on this machine. */
export function databaseUrl(port: number, access: DatabaseAccess): string {
  const password = encodeURIComponent(access.password);
  return `postgres://${access.role}:${password}@${loopback}:${port}/${access.name}`;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false; // not yet
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Makes a database of its own for one program, with a role of its own that owns nothing else. The C collation
 * is what Synapse asks for. Nothing happens to what is there already, but for the password.
 */
export async function ensureDatabase(adminUrl: string, access: DatabaseAccess): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const role = client.escapeIdentifier(access.role);
    const roles = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [access.role]);
    if (roles.rowCount === 0) await client.query(`CREATE ROLE ${role}`);
    await client.query(`ALTER ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(access.password)}`);
    const databases = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [access.name]);
    if (databases.rowCount === 0) {
      const name = client.escapeIdentifier(access.name);
      await client.query(
        `CREATE DATABASE ${name} OWNER ${role} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`,
      );
      await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    }
  } finally {
    await client.end();
  }
}
