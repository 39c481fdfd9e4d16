import { residentMegabytes } from '../resident-memory.ts';
import { median } from '../statistics.ts';
import type { Comparison } from './comparison.ts';
import { keyQuery } from './key-queries.ts';

const requestCount = 200;
const sampleCount = 50;

/** So many at a time: two browsers' worth. */
const atATime = 4;

/**
 * How much the appservice grows over ten thousand requests through the gateway, in megabytes: the middle of the last fifth
 * of the samples less that of the second fifth. The first fifth is for the engine to compile what runs.
 */
export async function memoryGrowth(comparison: Comparison, pid: number): Promise<number> {
  const samples: number[] = [];
  const request = keyQuery(comparison);
  const perSample = requestCount / sampleCount / atATime;
  for (let sample = 0; sample < sampleCount; sample += 1) {
    await Promise.all(
      Array.from({ length: atATime }, async () => {
        for (let count = 0; count < perSample; count += 1) await comparison.viaGateway(request);
      }),
    );
    samples.push(residentMegabytes(pid));
  }
  const fifth = sampleCount / 5;
  return median(samples.slice(-fifth)) - median(samples.slice(fifth, 2 * fifth));
}
