import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** A process beside a stack that ends the stack when this process ends, however that dies. */
export type StackGuard = {
  /** Has the guard end the stack and remove its folder, and waits until it has. */
  end(): Promise<void>;
};

/** Starts the guard of a stack's folder. */
export function startGuard(dataFolder: string): StackGuard {
  const program = join(import.meta.dirname, 'guard-process.ts');
  const guard = spawn(process.execPath, [program, dataFolder], {
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
