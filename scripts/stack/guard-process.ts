/**
 * A process beside a stack: its standard input ends when the process that started it ends, however that dies, and then
 * it ends what the stack left running and removes its folder. Started by `start-guard.ts` with the stack's folder.
 */
import { rmSync } from 'node:fs';
import { endStack } from './endings.ts';
import { layoutOf } from './layout.ts';

const dataFolder = process.argv[2] ?? '';

process.stdin.resume();
process.stdin.once('close', () => {
  void endStack(layoutOf(dataFolder).runFolder).then(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
