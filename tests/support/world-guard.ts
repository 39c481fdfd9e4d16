import { rmSync } from 'node:fs';
import { endStack } from '../../scripts/stack/endings.ts';
import { layoutOf } from '../../scripts/stack/layout.ts';

/**
 * A process beside a world: its standard input ends when the test process ends, however that dies, and then it
 * ends what the world left running and removes its folder. Started by `world.ts` with the world's folder.
 */
const dataFolder = process.argv[2] ?? '';

process.stdin.resume();
process.stdin.once('close', () => {
  void endStack(layoutOf(dataFolder).runFolder).then(() => {
    rmSync(dataFolder, { recursive: true, force: true });
  });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
