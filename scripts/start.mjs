// `npm start`: runs on the machine's own Node with nothing installed, prepares what is missing, and goes on under Node 24.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, npmNode, prepare } from './prepare/prepare.mjs';
import { endWith } from './prepare/problem.mjs';
import { progress } from './prepare/progress.mjs';
import { createStop } from './prepare/stop-preparing.mjs';
import { parseOptions, usage } from './start/options.mjs';

const beganAtMs = Date.now();

const preparing = createStop(() => {
  process.stdout.write('Stopped.\n');
  process.exit(0);
});
let { stop } = preparing;

try {
  const options = parseOptions(process.argv.slice(2));
  if (options.isHelp) {
    process.stdout.write(usage);
  } else {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
    followNpm(() => stop('SIGTERM'));
    await prepare({ isForTests: false, say: progress(beganAtMs) });
    if (!preparing.isStopping()) stop = goOn({ ...options, beganAtMs });
  }
} catch (failure) {
  if (!preparing.isStopping()) endWith(failure);
}

/** Ends when the rest has ended, with its result; gives what hands on a signal that reaches only this process. */
function goOn(options) {
  const main = join(dirname(fileURLToPath(import.meta.url)), 'start/main.ts');
  const child = spawn(npmNode, [main, JSON.stringify(options)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: nodeEnvironment,
  });
  child.once('exit', (code) => process.exit(code ?? 1));
  return (signal) => child.kill(signal);
}

/**
 * Ends when npm or the shell that it put in between has ended: npm hands a signal to that shell only, which dies of it
 * without a word to us.
 */
function followNpm(end) {
  if (process.env.npm_lifecycle_event === undefined || !existsSync('/proc/self/status')) return;
  const shell = process.ppid;
  const npm = Number(/^PPid:\t(\d+)$/m.exec(readFileSync(`/proc/${shell}/status`, 'utf8'))?.[1] ?? shell);
  setInterval(() => {
    if (process.ppid !== shell || !existsSync(`/proc/${npm}`)) end();
  }, 250);
}
