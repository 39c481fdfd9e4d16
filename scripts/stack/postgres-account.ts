import { spawnSync } from 'node:child_process';
import { StackError } from './stack-error.ts';

/** The account that PostgreSQL runs under. */
export type Account = { readonly uid: number; readonly gid: number };

function idOf(flag: '-u' | '-g'): number | undefined {
  const answer = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Whether PostgreSQL needs an account here that does not exist yet: `postgresAccount` makes it. */
export function isPostgresAccountMissing(): boolean {
  return isRoot() && idOf('-u') === undefined;
}

/**
 * The account that PostgreSQL must run under, because it refuses to run as root: `postgres`, made when the
 * machine has none. Undefined when whoever calls is not root and it may run as them.
 */
export function postgresAccount(): Account | undefined {
  if (!isRoot()) return undefined;
  if (isPostgresAccountMissing()) {
    spawnSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
  }
  const uid = idOf('-u');
  const gid = idOf('-g');
  if (uid === undefined || gid === undefined) {
    throw new StackError(
      'unsupported',
      'PostgreSQL refuses to run as root and an account "postgres" could not be made: make one with "useradd --system postgres", or start as another user.',
    );
  }
  return { uid, gid };
}

/** Whether an account may read a file, which takes passing through every folder above it. */
export function canRead(account: Account | undefined, file: string): boolean {
  return isAllowed(account, '-r', file);
}

/** Whether an account may enter a folder, which takes passing through every folder above it. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  return isAllowed(account, '-x', folder);
}

function isAllowed(account: Account | undefined, test: '-r' | '-x', path: string): boolean {
  if (account === undefined) return true;
  return spawnSync('sh', ['-c', `test ${test} "$0"`, path], { ...account, cwd: '/' }).status === 0;
}
