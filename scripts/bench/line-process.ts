import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BenchError } from './bench-error.ts';

/** A program of the bench in a process of its own: one JSON value per line in both directions. */
export interface LineProcess<Order> {
  readonly pid: number;
  send(order: Order): void;
  /** Ends it; it also ends by itself when this process does. */
  stop(): Promise<void>;
}

/** Who listens to it. */
export type LineListener = {
  readonly onNews: (news: unknown) => void;
  /** It ended although nobody stopped it. */
  readonly onBroken: (error: BenchError) => void;
};

/** Starts one. */
export function startLineProcess<Order>(program: string, listener: LineListener): LineProcess<Order> {
  const args = ['--disable-warning=ExperimentalWarning', program];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let isStopped = false;
  createInterface({ input: child.stdout }).on('line', (line) => {
    listener.onNews(JSON.parse(line));
  });
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
      if (!isStopped) listener.onBroken(new BenchError('process-ended', `${program} ended by itself.`));
    });
  });
  child.stdin.on('error', () => undefined); // it has ended, and is told by its exit
  return {
    pid: child.pid ?? 0,
    send: (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
    },
    stop: async () => {
      isStopped = true;
      child.stdin.end();
      await exited;
    },
  };
}
