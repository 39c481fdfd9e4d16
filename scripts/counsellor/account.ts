import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One line of `.data/run.json`'s users (design 13). */
export type RunUser = {
  readonly userId: string;
  readonly password: string;
  readonly role: 'counsellor' | 'coordinator' | 'administrator';
  readonly team: string | null;
};

/** What a running `npm start` wrote for people's scripts. */
export type Run = {
  readonly homeserver: string;
  readonly users: readonly RunUser[];
  readonly folder: string;
};

/** Reads the run file; undefined when nothing runs. */
export function readRun(file: string): Run | undefined {
  if (!existsSync(file)) return undefined;
  const { homeserver, users } = JSON.parse(readFileSync(file, 'utf8')) as Omit<Run, 'folder'>;
  return { homeserver, users, folder: dirname(file) };
}

/** Picks the account of a name or user id; without a name the first counsellor. */
export function pickUser(run: Run, name: string | undefined): RunUser | undefined {
  if (name === undefined) return run.users.find((user) => user.role === 'counsellor');
  const localpart = name.replace(/^@/, '').replace(/:.*$/, '');
  return run.users.find((user) => user.userId.startsWith(`@${localpart}:`));
}

/** The recovery key that an earlier run of this program made for the account; null when there was none. */
export function readRecoveryKey(run: Run, user: RunUser): string | null {
  const file = recoveryFile(run, user);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Keeps the recovery key of a demo account, readable by its owner only. */
export function keepRecoveryKey(run: Run, user: RunUser, recoveryKey: string): void {
  mkdirSync(dirname(recoveryFile(run, user)), { recursive: true, mode: 0o700 });
  writeFileSync(recoveryFile(run, user), `${recoveryKey}\n`, { mode: 0o600 });
}

function recoveryFile(run: Run, user: RunUser): string {
  return join(run.folder, 'counsellors', `${user.userId.replace(/^@/, '').replace(/:.*$/, '')}.recovery-key`);
}
