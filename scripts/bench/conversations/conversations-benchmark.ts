import { setTimeout as pause } from 'node:timers/promises';
import type { Bench, Benchmark } from '../benchmark.ts';
import { conversationCount } from '../bench-people.ts';
import { type Figure, figureOf, p95AtMost } from '../figure.ts';
import { ofKind } from '../news-board.ts';
import { residentMegabytes } from '../resident-memory.ts';
import { startCallers } from './callers.ts';
import { startCounsellors } from './counsellors.ts';
import { type Cast, openConversations } from './open-conversations.ts';
import { talk } from './talk.ts';

/** Rounds of the talk, the first of which is not counted: five hundred messages in each direction. */
const rounds = 11;

/** Rounds of the talk during which commands are given. */
const askedRounds = 4;

/** The processes are the bench's own weight on the machine: few, because each loads the libraries anew. */
const processCounts = { counsellors: 4, callers: 2 } as const;

/** Fifty conversations with fifty counsellors, opened one by one and then held at the pace of people who type. */
export const conversationsBenchmark: Benchmark = {
  name: 'conversations',
  about: 'press to card, take to invitation, messages, commands, memory, with 50 conversations',
  run: async (bench) => {
    const stack = await bench.stack();
    bench.say(`Logging ${conversationCount} counsellors in …`);
    const counsellors = await startCounsellors(stack, conversationCount, processCounts.counsellors);
    const callers = await startCallers(stack, processCounts.callers);
    try {
      return await measure(bench, { callers, counsellors });
    } finally {
      await Promise.all([...callers.processes, ...counsellors.processes].map((each) => each.stop()));
    }
  },
};

async function measure(bench: Bench, cast: Cast): Promise<readonly Figure[]> {
  const { appservicePid } = await bench.stack();
  bench.say(`Opening ${conversationCount} conversations …`);
  const [, ...warm] = await openConversations(cast, conversationCount);
  bench.say(`Talking for ${rounds * 10} seconds …`);
  const watching = new AbortController();
  const memory = watchMemory(appservicePid, watching.signal);
  const { toCounsellorMs, toCallerMs } = await talk(cast, rounds);
  const commandMs = await askTheDesk(cast);
  watching.abort();
  return [
    figureOf(
      { name: 'press to card', unit: 'ms', limit: p95AtMost(2_000) },
      warm.map(({ pressToCardMs }) => pressToCardMs),
    ),
    figureOf(
      { name: 'take to invitation', unit: 'ms', limit: p95AtMost(500) },
      warm.map(({ takeToInvitationMs }) => takeToInvitationMs),
    ),
    figureOf(
      { name: 'message caller to counsellor, 50 talk', unit: 'ms', limit: p95AtMost(500) },
      toCounsellorMs,
    ),
    figureOf({ name: 'command to answer, 50 talk', unit: 'ms', limit: p95AtMost(500) }, commandMs),
    figureOf({ name: 'message counsellor to caller, 50 talk', unit: 'ms', limit: null }, toCallerMs),
    figureOf({ name: 'memory at 50 conversations', unit: 'MB', limit: p95AtMost(400) }, await memory),
  ];
}

/** Counsellors write a command at their desk while everybody talks. */
async function askTheDesk(cast: Cast): Promise<readonly number[]> {
  const { processes, board } = cast.counsellors;
  const talking = talk(cast, askedRounds);
  for (const each of processes) each.send({ order: 'ask', times: 2 });
  await board.waitForCount('asked', processes.length, (askedRounds + 6) * 10_000);
  await talking;
  return ofKind(board.all, 'command').map(({ tookMs }) => tookMs);
}

async function watchMemory(pid: number, signal: AbortSignal): Promise<readonly number[]> {
  const values: number[] = [];
  while (!signal.aborted) {
    values.push(residentMegabytes(pid));
    await pause(2_000, undefined, { signal }).catch(() => undefined);
  }
  return values;
}
