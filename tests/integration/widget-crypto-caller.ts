import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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
  const told: FromWorker[] = [];
  const requests: SeenRequest[] = [];
  const looks = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (text) => {
    const line = JSON.parse(text) as { message?: FromWorker; request?: SeenRequest };
    if (line.message !== undefined) told.push(line.message);
    if (line.request !== undefined) requests.push(line.request);
    for (const look of [...looks]) look();
  });
  return {
    told,
    requests,
    ask(message) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
    },
    until: (what, isIt, limitMs = 20_000) =>
      new Promise((resolve, reject) => {
        const limit = setTimeout(() => {
          looks.delete(look);
          reject(
            new Error(`no "${what}" in ${limitMs} ms; told: ${told.map((each) => each.kind).join(', ')}`),
          );
        }, limitMs);
        const look = (): void => {
          const found = told.find(isIt);
          if (found === undefined) return;
          clearTimeout(limit);
          looks.delete(look);
          resolve(found);
        };
        looks.add(look);
        look();
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.stdin.end();
      }),
  };
}
