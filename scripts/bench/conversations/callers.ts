import { join } from 'node:path';
import type { BenchError } from '../bench-error.ts';
import type { BenchStack } from '../bench-stack.ts';
import { type LineProcess, startLineProcess } from '../line-process.ts';
import { type NewsBoard, createNewsBoard } from '../news-board.ts';
import { type CallerNews, type CallerOrder, callerNews } from './wire.ts';

/** Processes with callers, and what they tell. */
export type Callers = {
  readonly processes: readonly LineProcess<CallerOrder>[];
  readonly board: NewsBoard<CallerNews>;
};

const program = join(import.meta.dirname, 'callers-process.ts');

/** Starts processes that are ready to press: what a browser loads before the press is loaded. */
export async function startCallers(stack: BenchStack, processCount: number): Promise<Callers> {
  const board = createNewsBoard<CallerNews>();
  const listener = {
    onNews: (news: unknown) => {
      board.add(callerNews.parse(news));
    },
    onBroken: (error: BenchError) => {
      board.fail(error);
    },
  };
  const processes = Array.from({ length: processCount }, () =>
    startLineProcess<CallerOrder>(program, listener),
  );
  for (const each of processes) each.send({ order: 'serve', origin: stack.publicOrigin });
  await board.waitForCount('serving', processCount);
  return { processes, board };
}
