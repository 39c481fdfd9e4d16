import { join } from 'node:path';
import { z } from 'zod';
import type { Benchmark } from '../benchmark.ts';
import { type Figure, figureOf, medianAtLeast } from '../figure.ts';
import { startLineProcess } from '../line-process.ts';
import { requestsPerSecond, type Target } from './requests-per-second.ts';
import { withManyConversations } from './many-conversations.ts';

const runs = 5;
const durationMs = 1_500;
const listening = z.object({ port: z.number() });

/** `GET /api/status` against an empty Express route, turn by turn, with an empty and with a full database. */
export const statusBenchmark: Benchmark = {
  name: 'status',
  about: 'GET /api/status against an empty Express route, with 0 and 10,000 conversations',
  run: async (bench) => {
    const { publicPort, databaseUrl, people } = await bench.stack();
    const empty = await startEmptyExpress();
    const status = { port: publicPort, path: '/api/status' };
    try {
      const few = await compare(status, empty.target, '0 conversations');
      const counsellor = people[0]?.userId ?? '';
      const many = await withManyConversations(databaseUrl, counsellor, () =>
        compare(status, empty.target, '10,000 conversations'),
      );
      return [...few, ...many];
    } finally {
      await empty.stop();
    }
  },
};

async function startEmptyExpress(): Promise<{ readonly target: Target; readonly stop: () => Promise<void> }> {
  const program = join(import.meta.dirname, 'empty-express.ts');
  return new Promise((resolve, reject) => {
    const started = startLineProcess(program, {
      onNews: (news) => {
        const target = { port: listening.parse(news).port, path: '/empty' };
        resolve({ target, stop: () => started.stop() });
      },
      onBroken: reject,
    });
  });
}

async function compare(status: Target, empty: Target, what: string): Promise<readonly Figure[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    theirs.push(await requestsPerSecond(empty, durationMs));
    ours.push(await requestsPerSecond(status, durationMs));
  }
  const ratios = ours.map((rate, run) => rate / (theirs[run] ?? Number.NaN));
  return [
    figureOf({ name: `empty Express route, ${what}`, unit: 'per second', limit: null }, theirs),
    figureOf({ name: `GET /api/status, ${what}`, unit: 'per second', limit: null }, ours),
    figureOf({ name: `GET /api/status, ratio, ${what}`, unit: 'ratio', limit: medianAtLeast(0.5) }, ratios),
  ];
}
