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
  /** Process ids of what runs, by name; the demo counsellor's is `counsellor`. */
  readonly pids: Readonly<Record<string, number>>;
  readonly folder: string;
};

/** Reads the run file; undefined when nothing runs. */
export function readRun(file: string): Run | undefined {
  if (!existsSync(file)) return undefined;
  const { homeserver, users, pids } = JSON.parse(readFileSync(file, 'utf8')) as Omit<Run, 'folder'>;
  return { homeserver, users, pids, folder: dirname(file) };
}

/** Picks the account of a name or user id; without a name the first counsellor. */
export function pickUser(run: Pick<Run, 'users'>, name: string | undefined): RunUser | undefined {
  if (name === undefined) return run.users.find((user) => user.role === 'counsellor');
  const wanted = shortName(name.toLowerCase());
  return run.users.find((user) => shortName(user.userId) === wanted);
}

/** Whom `npm run counsellor` takes without a name; the demo counsellor is somebody else. */
export const usualName = 'lotte';

/** What somebody is called in a terminal: `lotte` of `@lotte:localhost`. */
export function shortName(userId: string): string {
  return userId.replace(/^@/, '').replace(/:.*$/, '');
}

/** The whole user id of somebody who is called so in a terminal, on the server of whoever calls them. */
export function fullName(who: string, ownUserId: string): string {
  if (who.startsWith('@') && who.includes(':')) return who;
  return `@${shortName(who)}${/:.*$/u.exec(ownUserId)?.[0] ?? ''}`;
}

/** The account that the demo counsellor of this `npm start` uses; undefined when none runs. */
export function demoCounsellorOf(
  run: Pick<Run, 'users' | 'pids'>,
  commandLineOf: (pid: number) => readonly string[],
): RunUser | undefined {
  const pid = run.pids['counsellor'];
  const words = pid === undefined ? [] : commandLineOf(pid);
  if (!words.some((word) => word.endsWith('counsellor/demo.ts'))) return undefined;
  const option = words.indexOf('--user');
  return pickUser(run, option === -1 ? undefined : words[option + 1]);
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
  return join(run.folder, 'counsellors', `${shortName(user.userId)}.recovery-key`);
}
