/**
 * `npm run bench [-- --only NAME] [--start]`: prints how fast the helpline is, each figure with its median, its
 * p95, its limit, and `ok` or `over`, and writes them into `.data/bench-latest.json`. A figure that is over is no failure:
 * the exit code is 1 only when something broke.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { BenchError } from './bench/bench-error.ts';
import { type BenchStack, startBenchStack } from './bench/bench-stack.ts';
import type { Bench, Benchmark } from './bench/benchmark.ts';
import { benchmarks } from './bench/benchmarks.ts';
import { type Figure, describeFigure, isWithinLimit } from './bench/figure.ts';
import { checkout } from './stack/checkout.ts';
import { StackError } from './stack/stack-error.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, start: { type: 'boolean', default: false } },
});
const beganAtMs = Date.now();
const [loadBefore = 0] = loadavg();
let starting: Promise<BenchStack> | undefined;

const bench: Bench = {
  stack: () => {
    if (starting === undefined) bench.say('Starting the stack and waiting until it is quiet …');
    return (starting ??= startBenchStack());
  },
  say: (line) => {
    process.stderr.write(`${((Date.now() - beganAtMs) / 1_000).toFixed(0).padStart(4)} s  ${line}\n`);
  },
};

async function stop(): Promise<void> {
  await (await starting?.catch(() => undefined))?.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(130)));
}

try {
  const figures: Figure[] = [];
  bench.say(
    `The machine's load is ${loadBefore.toFixed(1)} on ${availableParallelism()} processors: 0 is best.`,
  );
  for (const benchmark of chosen()) {
    bench.say(`${benchmark.name}: ${benchmark.about}`);
    const measured = await benchmark.run(bench);
    for (const figure of measured) console.log(describeFigure(figure));
    figures.push(...measured);
    write(figures);
  }
} catch (error) {
  const isExpected = error instanceof BenchError || error instanceof StackError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 1;
} finally {
  await stop();
}

/** What is always measured, and what is asked for by name only because it takes long. */
function chosen(): readonly Benchmark[] {
  const { only } = values;
  const found = benchmarks.filter(({ name, isOnRequest }) =>
    only === undefined ? isOnRequest !== true || values.start : name === only,
  );
  if (found.length > 0) return found;
  const names = benchmarks.map(({ name }) => name).join(', ');
  throw new BenchError('no-such-benchmark', `There is no such benchmark. There are: ${names}.`);
}

function write(figures: readonly Figure[]): void {
  const report = {
    takenAt: new Date(beganAtMs).toISOString(),
    node: process.version,
    processors: availableParallelism(),
    loadBefore,
    figures: figures.map((figure) => ({ ...figure, isWithinLimit: isWithinLimit(figure) ?? null })),
  };
  mkdirSync(join(checkout, '.data'), { recursive: true });
  writeFileSync(join(checkout, '.data/bench-latest.json'), `${JSON.stringify(report, null, 2)}\n`);
}
