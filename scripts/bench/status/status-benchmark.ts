import { join } from 'node:path';
import { z } from 'zod';
import type { Benchmark } from '../benchmark.ts';
import { type Figure, figureOf, medianAtLeast } from '../figure.ts';
import { startLineProcess } from '../line-process.ts';
import { processorMsOf } from '../processor-time.ts';
import { requestsPerSecond, type Target } from './requests-per-second.ts';
import { withManyConversations } from './many-conversations.ts';

const runs = 10;
const durationMs = 500;
const listening = z.object({ port: z.number() });

/** A server under load: where its requests go, and the process that answers them. */
type Server = { readonly target: Target; readonly pid: number };

/** `GET /api/status` against an empty Express route, turn by turn, with an empty and with a full database. */
export const statusBenchmark: Benchmark = {
  name: 'status',
  about: 'GET /api/status against an empty Express route, with 0 and 10,000 conversations',
  run: async (bench) => {
    const { publicPort, appservicePid, databaseUrl, people } = await bench.stack();
    const empty = await startEmptyExpress();
    const status = { target: { port: publicPort, path: '/api/status' }, pid: appservicePid };
    try {
      await compare(status, empty, ''); // both warm
      const few = await compare(status, empty, '0 conversations');
      const counsellor = people[0]?.userId ?? '';
      const many = await withManyConversations(databaseUrl, counsellor, () =>
        compare(status, empty, '10,000 conversations'),
      );
      return [...few, ...many];
    } finally {
      await empty.stop();
    }
  },
};

async function startEmptyExpress(): Promise<Server & { readonly stop: () => Promise<void> }> {
  const program = join(import.meta.dirname, 'empty-express.ts');
  return new Promise((resolve, reject) => {
    const started = startLineProcess(program, {
      onNews: (news) => {
        const target = { port: listening.parse(news).port, path: '/empty' };
        resolve({ target, pid: started.pid, stop: () => started.stop() });
      },
      onBroken: reject,
    });
  });
}

type Load = { readonly perSecond: number; readonly processorMs: number };

async function compare(status: Server, empty: Server, what: string): Promise<readonly Figure[]> {
  const ours: Load[] = [];
  const theirs: Load[] = [];
  for (let run = 0; run < runs; run += 1) {
    theirs.push(await load(empty));
    ours.push(await load(status));
  }
  const perSecond = (loads: readonly Load[]): readonly number[] => loads.map((each) => each.perSecond);
  const ratios = ours.map((each, run) => each.perSecond / (theirs[run]?.perSecond ?? Number.NaN));
  const costs = ours.map((each, run) => (theirs[run]?.processorMs ?? Number.NaN) / each.processorMs);
  return [
    figureOf({ name: `empty Express route, ${what}`, unit: 'per second', limit: null }, perSecond(theirs)),
    figureOf({ name: `GET /api/status, ${what}`, unit: 'per second', limit: null }, perSecond(ours)),
    figureOf({ name: `GET /api/status, by processor time, ${what}`, unit: 'ratio', limit: null }, costs),
    figureOf({ name: `GET /api/status, ratio, ${what}`, unit: 'ratio', limit: medianAtLeast(0.5) }, ratios),
  ];
}

/** Requests in a second, and what one of them costs the server, whatever else the machine does. */
async function load({ target, pid }: Server): Promise<Load> {
  const before = processorMsOf(pid);
  const { perSecond, count } = await requestsPerSecond(target, durationMs);
  return { perSecond, processorMs: (processorMsOf(pid) - before) / count };
}
