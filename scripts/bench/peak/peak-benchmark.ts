import { setTimeout as pause } from 'node:timers/promises';
import { startBenchStack, type BenchStack } from '../bench-stack.ts';
import type { Benchmark } from '../benchmark.ts';
import { startCallers } from '../conversations/callers.ts';
import { startCounsellors } from '../conversations/counsellors.ts';
import { openConversations } from '../conversations/open-conversations.ts';
import { talk } from '../conversations/talk.ts';
import { BenchError } from '../bench-error.ts';
import { figureOf, p95AtMost } from '../figure.ts';
import { startFrom } from '../flood/start-from.ts';
import { nowMs } from '../now.ts';

/** Five teams of twenty, of whom ten are on duty (R87). */
const people = { inAll: 100, onDuty: 10 } as const;

/** Two hundred callers in a minute: ten get a slot, the others come one after the other over the minute. */
const others = { count: 190, periodMs: 315 } as const;

/** A campaign: two hundred callers in sixty seconds and ten slots. How long does anybody wait for a page or an answer (R87)? */
export const peakBenchmark: Benchmark = {
  name: 'peak',
  about: '200 callers in 60 seconds with 10 slots, 100 counsellors in 5 teams',
  run: async (bench) => {
    bench.say(`Starting a stack with ${people.inAll} counsellors …`);
    const stack = await startBenchStack(people.inAll);
    try {
      const counsellors = await startCounsellors(stack, people.onDuty, 2);
      const callers = await startCallers(stack, 1);
      const cast = { counsellors, callers };
      await openConversations(cast, people.onDuty);
      bench.say('The others come …');
      const [answersMs] = await Promise.all([comeOneByOne(stack), talk(cast, 6)]); // `talk` fails when words are lost
      await Promise.all([...counsellors.processes, ...callers.processes].map((each) => each.stop()));
      return [
        figureOf(
          { name: 'page and answer in a peak, 10 talk', unit: 'ms', limit: p95AtMost(1_000) },
          answersMs,
        ),
      ];
    } finally {
      await stack.stop();
    }
  },
};

/** Each opens the page and presses; every one of them is told that it is busy. */
async function comeOneByOne(stack: BenchStack): Promise<readonly number[]> {
  const coming: Promise<readonly number[]>[] = [];
  for (let place = 0; place < others.count; place += 1) {
    coming.push(comeFrom(stack, `127.0.3.${place + 1}`));
    await pause(others.periodMs);
  }
  return (await Promise.all(coming)).flat();
}

async function comeFrom(
  { publicOrigin, publicPort }: BenchStack,
  address: string,
): Promise<readonly number[]> {
  const beganAtMs = nowMs();
  const page = await fetch(`${publicOrigin}/widget/frame.html?language=nl`);
  await page.text();
  const pageMs = nowMs() - beganAtMs;
  const { status, tookMs } = await startFrom(publicPort, address);
  if (status !== 409) throw new BenchError('refused', `A caller without a slot was answered by ${status}.`);
  return [pageMs, tookMs];
}
