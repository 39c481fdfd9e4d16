import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StackPorts } from '../stack/layout.ts';
import type { SeededPerson } from '../stack/people.ts';

/** What runs, for people's scripts and for the tests (design.md 13). */
type RunFile = {
  readonly demoPage: string;
  /** Origin of the callers' API. */
  readonly api: string;
  readonly homeserver: string;
  readonly users: readonly Pick<SeededPerson, 'userId' | 'password' | 'role' | 'team'>[];
  /** Null until there is mail. */
  readonly smtp: string | null;
  readonly sentMail: string | null;
  readonly pids: Readonly<Record<string, number>>;
};

/** Writes `run.json`'s content for what was started; `name` differs while not everything answers yet. */
export function writeRunFile(
  file: string,
  ports: StackPorts,
  started: { readonly people: readonly SeededPerson[]; readonly pids: Readonly<Record<string, number>> },
): void {
  const content: RunFile = {
    demoPage: `http://localhost:${ports.demoPage}/`,
    api: `http://localhost:${ports.public}`,
    homeserver: `http://localhost:${ports.homeserver}`,
    users: started.people.map(({ userId, password, role, team }) => ({ userId, password, role, team })),
    smtp: null,
    sentMail: null,
    pids: started.pids,
  };
  const half = `${file}.half`;
  writeFileSync(half, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  renameSync(half, file);
}

/** Path of the run file of a data folder. */
export function runFileIn(dataFolder: string): string {
  return join(dataFolder, 'run.json');
}

/** Removes the run file: nothing runs. */
export function removeRunFile(file: string): void {
  rmSync(file, { force: true });
}
