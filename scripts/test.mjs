// `npm test`: runs on the machine's own Node with nothing installed, prepares what is missing, and goes on under Node 24.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeEnvironment, npmNode, prepare } from './prepare/prepare.mjs';
import { endWith } from './prepare/problem.mjs';
import { progress } from './prepare/progress.mjs';
import { createStop } from './prepare/stop-preparing.mjs';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const { stop } = createStop(() => process.exit(1));
for (const signal of signals) process.on(signal, stop);

try {
  await prepare({ isForTests: true, say: progress() });
} catch (failure) {
  endWith(failure);
}

for (const signal of signals) process.off(signal, stop);
const main = join(dirname(fileURLToPath(import.meta.url)), 'test/main.ts');
const child = spawn(npmNode, [main, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: nodeEnvironment,
});
for (const signal of signals) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 1));
