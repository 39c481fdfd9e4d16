import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createNewsBoard } from '../../scripts/bench/news-board.ts';
import type { FromWorker, ToWorker } from '../../widget/worker-messages.ts';

/** One request of the worker, with what it was answered. */
type SeenRequest = {
  readonly url: string;
  readonly method: string;
  readonly body: string;
  readonly status: number;
};

/** The widget's worker in a process of its own. */
export interface WorkerProcess {
  readonly told: readonly FromWorker[];
  readonly requests: readonly SeenRequest[];
  ask(message: ToWorker): void;
  /** The first message like this, old or new; fails with what was seen. */
  until(what: string, isIt: (message: FromWorker) => boolean, limitMs?: number): Promise<FromWorker>;
  stop(): Promise<void>;
}

/** Starts a worker that speaks to this gateway. */
export function startWorkerProcess(gatewayOrigin: string): WorkerProcess {
  const program = join(import.meta.dirname, 'widget-crypto-process.ts');
  const child = spawn(process.execPath, [program, gatewayOrigin], { stdio: ['pipe', 'pipe', 'inherit'] });
  const board = createNewsBoard<FromWorker>();
  const requests: SeenRequest[] = [];
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as { message?: FromWorker; request?: SeenRequest };
    if (line.request !== undefined) requests.push(line.request);
    if (line.message !== undefined) board.add(line.message);
  });
  return {
    told: board.all,
    requests,
    ask(message) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
    },
    until: (what, isIt, limitMs = 20_000) => board.waitForAny(what, isIt, limitMs),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.stdin.end();
      }),
  };
}
