import { join } from 'node:path';
import type { BenchError } from '../bench-error.ts';
import type { BenchStack } from '../bench-stack.ts';
import { waitForRows } from '../helpline-database.ts';
import { type LineProcess, startLineProcess } from '../line-process.ts';
import { type NewsBoard, createNewsBoard } from '../news-board.ts';
import { type CounsellorNews, type CounsellorOrder, counsellorNews } from './wire.ts';

/** Processes with counsellors, and what they tell. */
export type Counsellors = {
  readonly processes: readonly LineProcess<CounsellorOrder>[];
  readonly board: NewsBoard<CounsellorNews>;
};

const program = join(import.meta.dirname, 'counsellors-process.ts');

/** A login takes half a second of processor, and the desk makes a room for each. */
const limitMsEach = 10_000;

/** Logs the first so many counsellors in, spread over processes, and waits until the service has them on duty. */
export async function startCounsellors(
  stack: BenchStack,
  count: number,
  processCount: number,
): Promise<Counsellors> {
  const board = createNewsBoard<CounsellorNews>();
  const listener = {
    onNews: (news: unknown) => {
      board.add(counsellorNews.parse(news));
    },
    onBroken: (error: BenchError) => {
      board.fail(error);
    },
  };
  const people = stack.people.slice(0, count).map(({ userId, password }) => ({ userId, password }));
  const processes = Array.from({ length: processCount }, (_, place) => {
    const started = startLineProcess<CounsellorOrder>(program, listener);
    const own = people.filter((_person, index) => index % processCount === place);
    started.send({ order: 'log-in', homeserver: stack.homeserverUrl, people: own });
    return started;
  });
  await board.waitForCount('on-duty', count, limitMsEach * count);
  await waitForRows(stack.databaseUrl, 'counsellors on duty', count);
  return { processes, board };
}
