import { setTimeout as pause } from 'node:timers/promises';
import { BenchError } from '../bench-error.ts';
import { startBenchStack } from '../bench-stack.ts';
import type { Benchmark } from '../benchmark.ts';
import { startCounsellors } from '../conversations/counsellors.ts';
import { figureOf, p95AtMost } from '../figure.ts';
import { endFrom, startFrom } from './start-from.ts';

/** More than one, because whoever has just been freed may still be on the way out of a room. */
const counsellorCount = 4;

/** Starts of one address in a minute here: few, so that the flood takes no counsellor from those who are measured. */
const startsPerMinutePerAddress = 1;

/** A thousand starts, one every twentieth millisecond: three times as fast as S27 asks for. */
const flood = { address: '127.0.0.2', starts: 1_000, periodMs: 20 } as const;

/** Other callers, each from an address of their own, one every half second for as long as the flood lasts. */
const others = { count: 40, periodMs: 500 } as const;

/** One address floods the service with starts; how long do others wait for theirs (S27)? */
export const floodBenchmark: Benchmark = {
  name: 'flood',
  about: 'starts of others while one address makes 1,000 of them in 20 seconds',
  run: async (bench) => {
    bench.say(`Starting a stack with ${counsellorCount} counsellors …`);
    const stack = await startBenchStack(counsellorCount, { startsPerMinutePerAddress });
    try {
      const counsellors = await startCounsellors(stack, counsellorCount, 1);
      const quiet = await startOthers(stack.publicPort, 1);
      bench.say('One address floods …');
      const [busy] = await Promise.all([startOthers(stack.publicPort, 2), makeFlood(stack.publicPort)]);
      await Promise.all(counsellors.processes.map((each) => each.stop()));
      return [
        figureOf({ name: 'start, nobody floods', unit: 'ms', limit: null }, quiet),
        figureOf({ name: 'start of others while one floods', unit: 'ms', limit: p95AtMost(1_000) }, busy),
      ];
    } finally {
      await stack.stop();
    }
  },
};

/** Starts and ends one conversation after another; tells how long each start took, milliseconds. */
async function startOthers(port: number, network: number): Promise<readonly number[]> {
  const tookMs: number[] = [];
  for (let place = 1; place <= others.count; place += 1) {
    const address = `127.0.${network}.${place}`;
    const press = await startFrom(port, address);
    if (press.started === undefined)
      throw new BenchError('refused', `A start was answered by ${press.status}.`);
    tookMs.push(press.tookMs);
    await endFrom(port, address, press.started);
    await pause(others.periodMs);
  }
  return tookMs;
}

/** Waits for no answer before the next press, as a flood does. */
async function makeFlood(port: number): Promise<void> {
  const presses: Promise<unknown>[] = [];
  for (let place = 0; place < flood.starts; place += 1) {
    presses.push(pressInFlood(port));
    await pause(flood.periodMs);
  }
  await Promise.all(presses);
}

async function pressInFlood(port: number): Promise<void> {
  const { started } = await startFrom(port, flood.address);
  if (started !== undefined) await endFrom(port, flood.address, started);
}
