import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from './problem.mjs';
import { endGroup, signalGroup } from './processes.mjs';
import { noteInstaller } from './turn.mjs';

/** Process groups of the programs that run. */
const running = new Set();
let isEnding = false;

process.once('exit', () => {
  for (const group of running) signalGroup(group, 'SIGTERM');
});

/** Ends every program that runs here, with all that it started, and waits for that; who waits for one hears no more. */
export async function endCommands() {
  isEnding = true;
  await Promise.all([...running].map(endGroup));
}

/**
 * Runs a program with its output in a log file and waits for it. It has a process group of its own, so that its end
 * takes along whatever it started.
 *
 * @param {{ command: string, args: string[], cwd: string, logFile: string, what: string, env?: NodeJS.ProcessEnv }} options
 * `what` is what the program was to do, for the sentence of the failure.
 * @throws {Problem} when it cannot be run or fails; a full disk is named as such.
 */
export async function runCommand({ command, args, cwd, logFile, what, env = process.env }) {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'w', 0o600);
  const ending = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', log, log], detached: true });
    if (child.pid !== undefined) {
      running.add(child.pid);
      noteInstaller(child.pid);
    }
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (isEnding) return;
      running.delete(child.pid);
      resolve(code === 0 ? undefined : (signal ?? `exit ${code}`));
    });
  });
  closeSync(log);
  if (ending === undefined) return;
  const words = readFileSync(logFile, 'utf8');
  if (/ENOSPC|No space left on device|disk quota exceeded/i.test(words)) {
    throw new Problem(`The disk is full: make room (about 2 GB) and run the same command again.`);
  }
  throw new Problem(
    `${what} did not work (${ending}): ${logFile} says why; then run the same command again.`,
  );
}
