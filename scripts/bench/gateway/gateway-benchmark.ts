import type { Bench, Benchmark } from '../benchmark.ts';
import { type Figure, figureOf, medianAtMost, p95AtMost } from '../figure.ts';
import { median, p95 } from '../statistics.ts';
import { type Comparison, openComparison, type PairTimes } from './comparison.ts';
import { takeKeyQueries } from './key-queries.ts';
import { memoryGrowth } from './memory-growth.ts';
import { startQuietConversation } from './quiet-conversation.ts';
import { takeSends } from './sends.ts';
import { takeSyncWakes } from './sync-wakes.ts';

/** Each comparison is made so many times over. */
const runs = 5;

/** Pairs in one run. */
const pairs = { keyQuery: 100, sync: 20, send: 40 } as const;

/** The gateway against Synapse directly, the same requests of the same caller, turn by turn. */
export const gatewayBenchmark: Benchmark = {
  name: 'gateway',
  about: 'gateway against Synapse directly: key query, wake-up of a sync, send; memory over 10,000 requests',
  run: async (bench) => {
    const stack = await bench.stack();
    const started = await startQuietConversation(stack);
    const comparison = openComparison(stack, started);
    try {
      return await measure(bench, comparison, stack.appservicePid);
    } finally {
      comparison.close();
      await fetch(`${stack.publicOrigin}/api/conversations/current/end`, {
        method: 'POST',
        headers: { authorization: `Bearer ${started.bearer}`, 'content-type': 'application/json' },
        body: '{}',
      });
    }
  },
};

async function measure(bench: Bench, comparison: Comparison, pid: number): Promise<readonly Figure[]> {
  await takeKeyQueries(comparison, pairs.keyQuery); // both ways warm
  bench.say('Key queries …');
  const keyQueries = await takeRuns(() => takeKeyQueries(comparison, pairs.keyQuery));
  bench.say('Wake-ups of a sync …');
  const syncs = await takeRuns(() => takeSyncWakes(comparison, pairs.sync));
  bench.say('Sends …');
  const sends = await takeRuns(() => takeSends(comparison, pairs.send));
  bench.say('Ten thousand requests …');
  const growth = await memoryGrowth(comparison, pid);
  return [
    ...bothWays('key query', keyQueries),
    addedBy(keyQueries),
    ...bothWays('wake-up of a sync', syncs),
    ratioOf('wake-up of a sync', syncs),
    ...bothWays('send', sends),
    ratioOf('send', sends),
    figureOf({ name: 'memory growth over 10,000 requests', unit: 'MB', limit: medianAtMost(10) }, [growth]),
  ];
}

async function takeRuns(take: () => Promise<PairTimes>): Promise<readonly PairTimes[]> {
  const taken: PairTimes[] = [];
  for (let run = 0; run < runs; run += 1) taken.push(await take());
  return taken;
}

function bothWays(what: string, taken: readonly PairTimes[]): readonly Figure[] {
  const head = { unit: 'ms', limit: null } as const;
  return [
    figureOf(
      { ...head, name: `${what}, gateway` },
      taken.flatMap(({ gatewayMs }) => gatewayMs),
    ),
    figureOf(
      { ...head, name: `${what}, Synapse` },
      taken.flatMap(({ directMs }) => directMs),
    ),
  ];
}

/** What the gateway adds: the difference of the medians, and that of the p95. */
function addedBy(taken: readonly PairTimes[]): Figure {
  const gatewayMs = taken.flatMap((run) => run.gatewayMs);
  const directMs = taken.flatMap((run) => run.directMs);
  return {
    name: 'key query, added by the gateway',
    unit: 'ms',
    median: median(gatewayMs) - median(directMs),
    p95: p95(gatewayMs) - p95(directMs),
    limit: p95AtMost(2),
    count: gatewayMs.length,
  };
}

/** One ratio of medians for each run. */
function ratioOf(what: string, taken: readonly PairTimes[]): Figure {
  const ratios = taken.map(({ gatewayMs, directMs }) => median(gatewayMs) / median(directMs));
  return figureOf({ name: `${what}, ratio`, unit: 'ratio', limit: medianAtMost(1.3) }, ratios);
}
