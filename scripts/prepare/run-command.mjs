import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from './problem.mjs';

/**
 * Runs a program with its output in a log file and waits for it.
 *
 * @param {{ command: string, args: string[], cwd: string, logFile: string, what: string, env?: NodeJS.ProcessEnv }} options
 * `what` is what the program was to do, for the sentence of the failure.
 * @throws {Problem} when it cannot be run or fails; a full disk is named as such.
 */
export async function runCommand({ command, args, cwd, logFile, what, env = process.env }) {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const log = openSync(logFile, 'w', 0o600);
  const ending = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', log, log] });
    process.once('exit', () => child.kill());
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `exit ${code}`)));
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
