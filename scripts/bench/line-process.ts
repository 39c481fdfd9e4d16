import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { BenchError } from './bench-error.ts';

/** A program of the bench in a process of its own: one JSON value per line in both directions. */
export interface LineProcess<Order, News> {
  send(order: Order): void;
  /** Everything it has told so far. */
  readonly news: readonly News[];
  /** The first thing, told already or yet to come, for which `isWanted` holds. */
  waitFor<Kind extends News>(isWanted: (news: News) => news is Kind, limitMs?: number): Promise<Kind>;
  /** Ends it; it also ends by itself when this process does. */
  stop(): Promise<void>;
}

/** Starts one. `parse` reads a line. */
export function startLineProcess<Order, News>(
  program: string,
  parse: (value: unknown) => News,
): LineProcess<Order, News> {
  const args = ['--disable-warning=ExperimentalWarning', program];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const news: News[] = [];
  const looks = new Set<() => void>();
  const lookAgain = (): void => {
    for (const look of [...looks]) look();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    news.push(parse(JSON.parse(line)));
    lookAgain();
  });
  const exited = exitOf(child).finally(lookAgain);
  return {
    news,
    send: (order) => {
      child.stdin.write(`${JSON.stringify(order)}\n`);
    },
    waitFor: (isWanted, limitMs = 60_000) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          clearTimeout(limit);
          looks.delete(look);
        };
        const look = (): void => {
          const found = news.find(isWanted);
          if (found === undefined && child.exitCode === null && child.signalCode === null) return;
          settle();
          if (found !== undefined) resolve(found);
          else reject(new BenchError('process-ended', `A process of the bench has ended: ${program}.`));
        };
        const limit = setTimeout(() => {
          settle();
          reject(new BenchError('no-answer', `Nothing came from ${program} within ${limitMs / 1_000} s.`));
        }, limitMs);
        looks.add(look);
        look();
      }),
    stop: async () => {
      child.stdin.end();
      await exited;
    },
  };
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
}
