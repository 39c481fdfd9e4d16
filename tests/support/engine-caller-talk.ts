import type { TestCounsellor } from './counsellor.ts';
import { accept, openCard, pressHand } from './engine-caller-desk.ts';
import { caseNumberOf } from './engine-caller-looks.ts';
import type { CallerNews } from './engine-caller-wire.ts';
import type { EngineCaller } from './engine-caller.ts';
import type { World } from './world.ts';

/** A conversation of a test, as its caller has it. */
export type Talk = { readonly caller: EngineCaller; readonly roomId: string; readonly userId: string };

/** The counsellor presses the hand, and accepts the invitation. */
export async function takeTalk(
  world: World,
  counsellor: TestCounsellor,
  { roomId }: Pick<Talk, 'roomId'>,
): Promise<void> {
  await pressHand(counsellor, await openCard(counsellor, await caseNumberOf(world, roomId)));
  await accept(counsellor, roomId);
}

/** Waits until the counsellor can read these words in a room. */
export async function hearsWords(counsellor: TestCounsellor, roomId: string, body: string): Promise<void> {
  await counsellor.waitFor('words', (event) => event.roomId === roomId && event.body === body, 60_000);
}

/** The caller ends it; waits until the counsellor is out of the room. */
export async function endTalk(
  counsellor: TestCounsellor,
  { caller, roomId }: Pick<Talk, 'caller' | 'roomId'>,
): Promise<void> {
  caller.order({ kind: 'end' });
  await counsellor.waitFor('removed', (event) => event.roomId === roomId, 60_000);
}

/** A request of the caller’s browser, with its answer. */
export type BrowserRequest = Extract<CallerNews, { kind: 'request' }>;

/** Requests of the caller's browser whose path is like this and that were granted. */
export function requestsLike({ caller }: Pick<Talk, 'caller'>, path: RegExp): readonly BrowserRequest[] {
  return caller.news.filter(
    (each): each is BrowserRequest => each.kind === 'request' && path.test(each.url) && each.status === 200,
  );
}
