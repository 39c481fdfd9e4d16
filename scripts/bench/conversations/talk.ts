import { ofKind } from '../news-board.ts';
import type { Cast } from './open-conversations.ts';
import { isCountedKey } from './wire.ts';

/** How long each message took from one side to the other, in milliseconds. */
export type TalkTimes = {
  readonly toCounsellorMs: readonly number[];
  readonly toCallerMs: readonly number[];
};

/** The pace of a conversation that is measured: each side one message every ten seconds. */
const paceMs = 10_000;

/** Lets everybody talk for so many rounds; the first round is not counted, because it may still make keys. */
export async function talk({ callers, counsellors }: Cast, rounds: number): Promise<TalkTimes> {
  const order = { order: 'talk', rounds, everyMs: paceMs } as const;
  for (const each of callers.processes) each.send(order);
  for (const each of counsellors.processes) each.send(order);
  const limitMs = (rounds + 6) * paceMs;
  await callers.board.waitForCount('talked', callers.processes.length, limitMs);
  await counsellors.board.waitForCount('talked', counsellors.processes.length, limitMs);
  return {
    toCounsellorMs: await times(ofKind(callers.board.all, 'said'), (key) =>
      counsellors.board.waitFor('heard', (news) => news.key === key),
    ),
    toCallerMs: await times(ofKind(counsellors.board.all, 'said'), (key) =>
      callers.board.waitFor('heard', (news) => news.key === key),
    ),
  };
}

type Words = { readonly key: string; readonly atMs: number };

/** A message that is never heard is a failure, not a long time: waiting for it ends the bench. */
async function times(
  said: readonly Words[],
  hear: (key: string) => Promise<Words>,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (const { key, atMs } of said) {
    if (isCountedKey(key)) found.push((await hear(key)).atMs - atMs);
  }
  return found;
}
