import { afterEach, expect, test } from '@jest/globals';
import { followConversation, type ViewNews } from '../../../widget/frame/adapters/conversation-follower.ts';
import { drivenBrowserClock } from './driven-browser-clock.ts';

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

const view = { version: 2, phase: 'talking', takesLong: false, counsellor: null, endedBy: null };

/** What becomes of each question in turn; `nothing` comes until the question is given up. */
type Fate = 'view' | 'lost' | 'nothing' | 'ended';

/** Follows a conversation over answers that are given in advance, the last of which ends it. */
function follow(fates: readonly Fate[]) {
  const network = new EventTarget();
  const clock = drivenBrowserClock();
  const asked: string[] = [];
  const told: ViewNews['kind'][] = [];
  let look: () => void = () => undefined;
  globalThis.fetch = (url, init) => {
    const fate = fates[asked.push((typeof url === 'string' ? url : '').replace(/^.*\?/u, '')) - 1];
    look();
    if (fate === 'view') return Promise.resolve(Response.json(view));
    if (fate === 'ended') return Promise.resolve(Response.json({ ...view, phase: 'ended' }));
    return new Promise((_resolve, reject) => {
      const fail = (): void => {
        reject(new Error('aborted'));
      };
      if (fate === 'lost') fail();
      init?.signal?.addEventListener('abort', fail);
    });
  };
  const following = followConversation({
    bearer: 'bearer',
    clock,
    signal: new AbortController().signal,
    network,
    tell: ({ kind }) => {
      told.push(kind);
      look();
    },
  });
  /** Resolves as soon as it has come, looked at with each question and each news. */
  const until = (hasCome: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (hasCome()) resolve();
      };
      look();
    });
  return { network, clock, asked, told, following, until };
}

const say = (network: EventTarget, name: 'offline' | 'online'): void => {
  network.dispatchEvent(new Event(name));
};

test('a line that goes is told at once though no answer has failed, and one that is back is tried at once', async () => {
  const { network, asked, told, following, until } = follow(['nothing', 'ended']);
  say(network, 'offline');
  await until(() => told.length === 1);
  expect([told, asked.length]).toEqual([['lost'], 1]);
  say(network, 'online');
  await following;
  expect([told, asked.length]).toEqual([['lost', 'view'], 2]);
});

test('a line that may be another one is tried anew at once and without a word', async () => {
  const { network, told, asked, following, until } = follow(['view', 'nothing', 'ended']);
  await until(() => asked.length === 2);
  say(network, 'online');
  await following;
  expect(told).toEqual(['view', 'view']);
});

test('one answer that is lost is not told, and two in a row are', async () => {
  const once = follow(['lost', 'ended']);
  await passPauses(once, 1);
  await once.following;
  expect(once.told).toEqual(['view']);
  const twice = follow(['lost', 'lost', 'ended']);
  await passPauses(twice, 2);
  await twice.following;
  expect(twice.told).toEqual(['lost', 'view']);
});

test('after a lost answer the view is asked for as it is, so that the return is known at once', async () => {
  const followed = follow(['view', 'lost', 'ended']);
  await followed.until(() => followed.asked.length === 2);
  await passPauses(followed, 1);
  await followed.following;
  expect(followed.asked).toEqual(['after=0', 'after=2', 'after=0']);
});

/** Lets the longest pause go by, so many times over; each begins when the question before it has been lost. */
async function passPauses({ clock, asked }: ReturnType<typeof follow>, times: number): Promise<void> {
  const wanted = asked.length + times;
  while (asked.length < wanted) {
    clock.elapse(10_000);
    await Promise.resolve();
  }
}
