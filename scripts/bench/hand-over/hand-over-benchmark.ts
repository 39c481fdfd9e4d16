import { Direction } from 'matrix-js-sdk';
import { BenchError } from '../bench-error.ts';
import { startBenchStack, type BenchStack } from '../bench-stack.ts';
import type { Benchmark } from '../benchmark.ts';
import { startCallers, type Callers } from '../conversations/callers.ts';
import { keyOf, wordsFor } from '../conversations/wire.ts';
import { figureOf, p95AtMost } from '../figure.ts';
import { ofKind } from '../news-board.ts';
import { nowMs } from '../now.ts';
import { invitedTo, pressUnder, startDeskPerson, type DeskPerson } from './desk-person.ts';

/** Conversations that are handed over, one after the other, each by two counsellors of its own. */
const handOvers = 3;

/** What is said in each before (issue 5). */
const messageCount = 300;

/** As much as Element asks for when somebody goes back in a room. */
const pageSize = 100;

type HandOver = { readonly sharedMs: number; readonly readMs: number };

/** How soon does whoever takes a conversation over read all of it, from the word to the caller's browser to share on (R54)? */
export const handOverBenchmark: Benchmark = {
  name: 'hand-over',
  about: `conversations with ${messageCount} messages are handed over`,
  run: async (bench) => {
    bench.say('Starting a stack …');
    const stack = await startBenchStack(2 * handOvers);
    try {
      const callers = await startCallers(stack, 1);
      const measured: HandOver[] = [];
      for (let index = 0; index < handOvers; index += 1) {
        bench.say(`Hand-over ${index + 1} of ${handOvers} …`);
        measured.push(await handOverOnce(stack, callers, index));
      }
      await Promise.all(callers.processes.map((each) => each.stop()));
      return [
        figureOf(
          {
            name: `hand-over of ${messageCount} messages: all are read`,
            unit: 'ms',
            limit: p95AtMost(5_000),
          },
          measured.map(({ readMs }) => readMs),
        ),
        figureOf(
          { name: 'of which until the invitation is there', unit: 'ms', limit: null },
          measured.map(({ sharedMs }) => sharedMs),
        ),
      ];
    } finally {
      await stack.stop();
    }
  },
};

async function handOverOnce(stack: BenchStack, callers: Callers, index: number): Promise<HandOver> {
  const [first, second] = stack.people.slice(2 * index);
  if (first === undefined || second === undefined) throw new BenchError('refused', 'There is nobody left.');
  const from = await startDeskPerson(stack, first);
  const caller = `caller ${index}`;
  const roomId = await talkAtLength(from, callers, caller);
  const to = await startDeskPerson(stack, second);
  await from.self.say(from.desk, `!geef ${to.name}`);
  await pressUnder(to, /overneemt/u, '✅');
  const told = await callers.board.waitFor('to-share', (news) => news.caller === caller);
  await invitedTo(to);
  const sharedMs = nowMs() - told.atMs;
  await to.self.join(roomId);
  await readAll(to, roomId);
  const readMs = nowMs() - told.atMs;
  for (const each of callers.processes) each.send({ order: 'end' });
  await callers.board.waitForCount('ended', index + 1);
  for (const each of [to, from]) await each.self.stop();
  return { sharedMs, readMs };
}

/** Takes the one that rings; then both say their half of the messages, and each has read the other's. */
async function talkAtLength(from: DeskPerson, callers: Callers, caller: string): Promise<string> {
  const { self, board, name } = from;
  const [process] = callers.processes;
  process?.send({ order: 'press', caller });
  await pressUnder(from, /^✋/u, '✋');
  const roomId = await invitedTo(from);
  await self.join(roomId);
  await board.waitFor('words', ({ body }) => keyOf(body) === `first words of ${caller}`);
  const rounds = messageCount / 2 - 1;
  process?.send({ order: 'talk', rounds, everyMs: 50 });
  for (let round = 0; round <= rounds; round += 1) await self.say(roomId, wordsFor(`${name} / ${round}`));
  await callers.board.waitFor('heard', ({ key }) => key === `${name} / ${rounds}`);
  await board.waitFor('words', ({ body }) => keyOf(body) === `${caller} / ${rounds - 1}`, 120_000);
  return roomId;
}

/** Goes back to the first word; every text on the way must be readable. */
async function readAll({ self, board }: DeskPerson, roomId: string): Promise<void> {
  const inRoom = (news: { readonly roomId: string }): boolean => news.roomId === roomId;
  const read = (): number => {
    const keys = ofKind(board.all, 'words')
      .filter(inRoom)
      .map(({ body }) => keyOf(body));
    return new Set(keys.filter((key) => key !== undefined)).size;
  };
  await board.waitFor('entered', inRoom);
  const room = self.client.getRoom(roomId);
  if (room === null) throw new BenchError('no-answer', 'Who took over is not in the room.');
  while (room.getLiveTimeline().getPaginationToken(Direction.Backward) !== null) {
    await self.client.scrollback(room, pageSize);
  }
  await board.waitForAny(`word number ${messageCount}`, () => read() >= messageCount);
}
