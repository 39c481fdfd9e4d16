import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A process beside a world that ends the world when the test process ends, however that dies. */
export type WorldGuard = {
  /** Has the guard end the world and remove its folder, and waits until it has. */
  end(): Promise<void>;
};

/** Starts the guard of a world's folder. */
export function startGuard(dataFolder: string): WorldGuard {
  const script = join(import.meta.dirname, 'world-guard.ts');
  const guard = spawn(process.execPath, [script, dataFolder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => {
    guard.once('exit', () => {
      resolve();
    });
  });
  return {
    end: async () => {
      guard.stdin.end();
      await exited;
    },
  };
}
