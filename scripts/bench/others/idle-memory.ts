import { setTimeout as pause } from 'node:timers/promises';
import { conversationCount } from '../bench-people.ts';
import type { Benchmark } from '../benchmark.ts';
import { figureOf, p95AtMost } from '../figure.ts';
import { waitForRows } from '../helpline-database.ts';
import { residentMegabytes } from '../resident-memory.ts';
import { seededTeams } from '../../stack/people.ts';

const sampleCount = 10;

/** The appservice with all its desk rooms made and nobody there. */
export const idleMemoryBenchmark: Benchmark = {
  name: 'idle-memory',
  about: 'memory of the appservice when nothing goes on',
  run: async (bench) => {
    const { databaseUrl, appservicePid } = await bench.stack();
    bench.say('Waiting until the desk rooms are made and it is quiet …');
    await waitForRows(databaseUrl, 'desk rooms', conversationCount + seededTeams.length);
    await pause(15_000);
    const values: number[] = [];
    for (let count = 0; count < sampleCount; count += 1) {
      values.push(residentMegabytes(appservicePid));
      await pause(1_000);
    }
    return [figureOf({ name: 'memory idle', unit: 'MB', limit: p95AtMost(260) }, values)];
  },
};
