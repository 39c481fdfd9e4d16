import { setTimeout as pause } from 'node:timers/promises';
import type { Benchmark } from '../benchmark.ts';
import { figureOf, p95AtMost } from '../figure.ts';
import { residentMegabytes } from '../resident-memory.ts';

const sampleCount = 10;

/** The appservice with all its desk rooms made and nobody there. */
export const idleMemoryBenchmark: Benchmark = {
  name: 'idle-memory',
  about: 'memory of the appservice when nothing goes on',
  run: async (bench) => {
    const { appservicePid } = await bench.stack();
    const values: number[] = [];
    for (let count = 0; count < sampleCount; count += 1) {
      values.push(residentMegabytes(appservicePid));
      await pause(1_000);
    }
    return [figureOf({ name: 'memory idle', unit: 'MB', limit: p95AtMost(260) }, values)];
  },
};
