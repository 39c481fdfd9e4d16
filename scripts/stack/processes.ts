import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type ProcessMark, childrenOf, commandLineOf, isStillRunning, markOf } from './process-table.ts';
import { type StackProblem, StackError } from './stack-error.ts';

/** A program of the stack that was started here. */
export type StackProcess = {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  hasExited(): boolean;
  /** Settles when it has ended, for whatever reason. */
  readonly exited: Promise<void>;
};

/** What `startProcess` needs to know of a program. */
export type ProcessOptions = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Folder of the pid files: who looks for leftovers looks here. */
  readonly runFolder: string;
  /** Where its output goes; a file, because a pipe would break when the starter is killed. */
  readonly logFile: string;
  readonly problem: StackProblem;
  readonly environment?: NodeJS.ProcessEnv;
  readonly workFolder?: string;
  readonly account?: { readonly uid: number; readonly gid: number };
};

const pidFileSchema = z.object({
  pid: z.number().int().positive(),
  startedAtTicks: z.string(),
  bootId: z.string(),
  command: z.string(),
});

function pidFile(runFolder: string, name: string): string {
  return join(runFolder, `${name}.pid.json`);
}

/** Starts a program in a session of its own, so that Ctrl-C reaches the starter only, and notes its pid. */
export async function startProcess(options: ProcessOptions): Promise<StackProcess> {
  mkdirSync(options.runFolder, { recursive: true, mode: 0o700 });
  mkdirSync(dirname(options.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(options.logFile, 'w', 0o600);
  const child = spawn(options.command, options.args, {
    cwd: options.workFolder ?? '/',
    env: options.environment ?? process.env,
    stdio: ['ignore', log, log],
    detached: true,
    ...options.account,
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  // Noted before anything is awaited: a stop that comes in between finds it.
  if (child.pid !== undefined)
    notePid(options.runFolder, options.name, { pid: child.pid, command: options.command });
  await hasSpawned(child, options);
  child.unref();
  return {
    name: options.name,
    pid: child.pid ?? 0,
    logFile: options.logFile,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    exited,
  };
}

function hasSpawned(child: ChildProcess, options: ProcessOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      reject(new StackError(options.problem, `${options.name} cannot be started: ${cause.message}.`, cause));
    });
    child.once('spawn', resolve);
  });
}

/** A process that runs, and the program on its command line. */
type Running = { readonly pid: number; readonly command: string };

/** Writes the pid file of a process that runs, so that a later start can tell it from a stranger. */
export function notePid(runFolder: string, name: string, { pid, command }: Running): void {
  const mark = markOf(pid);
  if (mark === undefined) return; // gone already; whoever waits for its answer says so
  writeFileSync(pidFile(runFolder, name), JSON.stringify({ ...mark, command }), { mode: 0o600 });
}

/** Writes the pid file of the process that calls. */
export function noteSelf(runFolder: string, name: string): void {
  mkdirSync(runFolder, { recursive: true, mode: 0o700 });
  notePid(runFolder, name, { pid: process.pid, command: commandLineOf(process.pid)[0] ?? '' });
}

/** Removes the pid file of a process that has ended. */
export function forgetPid(runFolder: string, name: string): void {
  rmSync(pidFile(runFolder, name), { force: true });
}

/** The process that a pid file names, if it still runs and is the one that was noted. */
export function ownProcess(runFolder: string, name: string): ProcessMark | undefined {
  let text: string;
  try {
    text = readFileSync(pidFile(runFolder, name), 'utf8');
  } catch {
    return undefined;
  }
  const noted = pidFileSchema.safeParse(parseJson(text)).data;
  if (noted === undefined || !isStillRunning(noted)) return undefined;
  return commandLineOf(noted.pid)[0] === noted.command ? noted : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a start that was killed while it wrote
  }
}

/** How a program is asked to end, and how long it may take before it is killed. */
export type Ending = { readonly signal: NodeJS.Signals; readonly patienceMs: number };

/** Ends one program of the stack, if it runs and is ours, and waits until it and its children are gone. */
export async function endProcess(runFolder: string, name: string, ending: Ending): Promise<boolean> {
  const own = ownProcess(runFolder, name);
  if (own !== undefined) {
    const family = [own, ...childrenOf(own.pid)];
    sendSignal(own, ending.signal);
    if (!(await haveEnded(family, ending.patienceMs))) {
      for (const member of family) sendSignal(member, 'SIGKILL');
      await haveEnded(family, 10_000);
    }
  }
  forgetPid(runFolder, name);
  return own !== undefined;
}

function sendSignal(mark: ProcessMark, signal: NodeJS.Signals): void {
  if (!isStillRunning(mark)) return;
  try {
    process.kill(mark.pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

/** Waits until none of the named programs runs any more; false when the patience ends first. */
export function haveAllEnded(
  runFolder: string,
  names: readonly string[],
  patienceMs: number,
): Promise<boolean> {
  return haveEnded(
    names.flatMap((name) => ownProcess(runFolder, name) ?? []),
    patienceMs,
  );
}

async function haveEnded(marks: readonly ProcessMark[], patienceMs: number): Promise<boolean> {
  for (let waitedMs = 0; marks.some(isStillRunning); waitedMs += 10) {
    if (waitedMs >= patienceMs) return false;
    await pause(10);
  }
  return true;
}

/** Names of all programs that have a pid file, running or not. */
export function notedNames(runFolder: string): readonly string[] {
  try {
    return readdirSync(runFolder).flatMap((file) => /^(.+)\.pid\.json$/.exec(file)?.[1] ?? []);
  } catch {
    return [];
  }
}
