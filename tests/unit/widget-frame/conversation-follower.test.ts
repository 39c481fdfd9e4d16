import { afterEach, expect, test } from '@jest/globals';
import { followConversation, type ViewNews } from '../../../widget/frame/adapters/conversation-follower.ts';
import { drivenBrowserClock } from './driven-browser-clock.ts';

const fetched = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetched;
});

const view = { version: 2, phase: 'talking', takesLong: false, counsellor: null, endedBy: null };

test('a line that goes is told at once though no answer has failed, and one that is back is tried at once', async () => {
  const network = new EventTarget();
  const asked: AbortSignal[] = [];
  let isBack = false;
  globalThis.fetch = (_url, init) => {
    const signal = init?.signal ?? new AbortController().signal;
    asked.push(signal);
    if (isBack) return Promise.resolve(Response.json({ ...view, phase: 'ended' }));
    return new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'));
      });
    });
  };
  const told: ViewNews['kind'][] = [];
  const lost = Promise.withResolvers<undefined>();
  const following = followConversation({
    bearer: 'bearer',
    clock: drivenBrowserClock(),
    signal: new AbortController().signal,
    network,
    tell: ({ kind }) => {
      told.push(kind);
      lost.resolve(undefined);
    },
  });
  network.dispatchEvent(new Event('offline'));
  await lost.promise;
  expect([told, asked.length]).toEqual([['lost'], 1]);
  isBack = true;
  await Promise.resolve();
  network.dispatchEvent(new Event('online'));
  await following;
  expect([told, asked.length]).toEqual([['lost', 'view'], 2]);
});
