import { residentMegabytes } from '../resident-memory.ts';
import { median } from '../statistics.ts';
import type { Comparison } from './comparison.ts';
import { keyQuery } from './key-queries.ts';

const requestCount = 10_000;

/** Before memory is looked at: until the engine has compiled what runs and its heap has the size that the load asks for. */
const warmUpCount = 5_000;

const requestsPerSample = 200;

/** So many at a time: two browsers' worth. */
const atATime = 4;

/**
 * How much the appservice grows over ten thousand requests through the gateway, in megabytes: the middle of the last tenth
 * of the samples less that of the first.
 */
export async function memoryGrowth(comparison: Comparison, pid: number): Promise<number> {
  await ask(comparison, warmUpCount);
  const samples: number[] = [];
  for (let asked = 0; asked < requestCount; asked += requestsPerSample) {
    await ask(comparison, requestsPerSample);
    samples.push(residentMegabytes(pid));
  }
  const tenth = samples.length / 10;
  return median(samples.slice(-tenth)) - median(samples.slice(0, tenth));
}

async function ask(comparison: Comparison, count: number): Promise<void> {
  const request = keyQuery(comparison);
  let left = count;
  const askOn = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await comparison.viaGateway(request);
    }
  };
  await Promise.all(Array.from({ length: atATime }, askOn));
}
