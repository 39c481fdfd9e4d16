import { BenchError } from '../bench-error.ts';
import type { Callers } from './callers.ts';
import type { Counsellors } from './counsellors.ts';

/** Everybody who takes part. */
export type Cast = { readonly callers: Callers; readonly counsellors: Counsellors };

/** How long one opening took, in milliseconds. */
export type Opening = { readonly pressToCardMs: number; readonly takeToInvitationMs: number };

/** Opens conversations one after the other, each until both sides have read each other's first words. */
export async function openConversations(cast: Cast, count: number): Promise<readonly Opening[]> {
  const openings: Opening[] = [];
  for (let index = 0; index < count; index += 1) openings.push(await openOne(cast, index));
  return openings;
}

async function openOne({ callers, counsellors }: Cast, index: number): Promise<Opening> {
  const caller = `caller ${index}`;
  callers.processes[index % callers.processes.length]?.send({ order: 'press', caller });
  const pressed = await callers.board.waitFor('pressed', (news) => news.caller === caller);
  const answered = await callers.board.waitFor('answered', (news) => news.caller === caller);
  if (answered.status !== 201) {
    throw new BenchError('refused', `The service refused a conversation with status ${answered.status}.`);
  }
  const isLater = (news: { readonly atMs: number }): boolean => news.atMs > pressed.atMs;
  const card = await counsellors.board.waitFor('card', isLater);
  const { who } = card;
  const took = await counsellors.board.waitFor('took', (news) => news.who === who && isLater(news));
  const invited = await counsellors.board.waitFor('invited', (news) => news.who === who && isLater(news));
  await counsellors.board.waitFor('heard', (news) => news.key === `first words of ${caller}`);
  await callers.board.waitFor('heard', (news) => news.key === `greeting of ${who}` && isLater(news));
  return { pressToCardMs: card.atMs - pressed.atMs, takeToInvitationMs: invited.atMs - took.atMs };
}
