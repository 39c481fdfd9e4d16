// `npm start`: runs on the machine's own Node with nothing installed, prepares what is missing, and goes on under Node 24.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, npmNode, prepare } from './prepare/prepare.mjs';
import { endWith } from './prepare/problem.mjs';
import { progress } from './prepare/progress.mjs';
import { parseOptions, usage } from './start/options.mjs';

const beganAtMs = Date.now();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.isHelp) {
    process.stdout.write(usage);
  } else {
    const stopPreparing = () => process.exit(1);
    for (const signal of signals) process.on(signal, stopPreparing);
    await prepare({ isForTests: false, say: progress(beganAtMs) });
    for (const signal of signals) process.off(signal, stopPreparing);
    goOn({ ...options, beganAtMs });
  }
} catch (failure) {
  endWith(failure);
}

/** Ends when the rest has ended, with its result; a signal that reaches only this process is handed on. */
function goOn(options) {
  const main = join(dirname(fileURLToPath(import.meta.url)), 'start/main.ts');
  const child = spawn(npmNode, [main, JSON.stringify(options)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: nodeEnvironment,
  });
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => process.exit(code ?? 1));
  followNpm(() => child.kill('SIGTERM'));
}

/**
 * Ends when npm or the shell that it put in between has ended: npm hands a signal to that shell only, which dies of it
 * without a word to us.
 */
function followNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${shell}/status`, 'utf8'))?.[1] ?? shell);
  setInterval(() => {
    if (process.ppid !== shell || !existsSync(`/proc/${npm}`)) stop();
  }, 250);
}
