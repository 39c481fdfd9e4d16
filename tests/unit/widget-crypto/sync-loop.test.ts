import { expect, test } from '@jest/globals';
import type { GatewayClient, GatewayRequest } from '../../../widget/crypto/gateway-client.ts';
import { GatewayError } from '../../../widget/crypto/gateway-error.ts';
import { createLine } from '../../../widget/crypto/line.ts';
import { runSyncLoop, type SyncLoop } from '../../../widget/crypto/sync-loop.ts';
import { wait } from '../../../widget/crypto/wait.ts';
import type { FromWorker } from '../../../widget/worker-messages.ts';

/** Answers each poll in turn: `news`, `nothing` comes at all until the line is renewed, or the line is `lost`. */
type Fate = 'news' | 'nothing' | 'lost';

/** A loop over answers that are given in advance; it ends after the last of them. */
function loopOver(fates: readonly Fate[], change: Partial<SyncLoop> = {}) {
  const over = new AbortController();
  const line = createLine();
  const asked: Readonly<Record<string, string>>[] = [];
  const told: FromWorker[] = [];
  const pauses: number[] = [];
  const gateway: GatewayClient = {
    request: ({ query = {} }: GatewayRequest) => {
      const fate = fates[asked.push(query) - 1];
      if (asked.length === fates.length) over.abort();
      if (fate === 'lost') return Promise.reject(new GatewayError('unreachable'));
      if (fate === 'news') return Promise.resolve(JSON.stringify({ next_batch: `s${asked.length}` }));
      return new Promise((_resolve, reject) => {
        line.signal().addEventListener('abort', () => {
          reject(new GatewayError('unreachable'));
        });
        line.renew();
      });
    },
  };
  const loop: SyncLoop = {
    gateway,
    surroundings: {
      gatewayOrigin: '',
      fetch: () => Promise.reject(new Error('not asked')),
      wait: (milliseconds, signal) => {
        if (!signal.aborted) pauses.push(milliseconds);
        return Promise.resolve();
      },
      chance: () => 0,
      canEncrypt: () => true,
      loadCrypto: () => Promise.resolve(),
    },
    signal: over.signal,
    line,
    roomId: '!room',
    isResumed: false,
    tell: (message) => told.push(message),
    onReconnected: () => undefined,
    take: () => Promise.resolve(),
    ...change,
  };
  return { loop, line, asked, told, pauses };
}

test('an answer of which something cannot be had is asked for again, from the same place', async () => {
  const taken: string[] = [];
  const { loop, asked } = loopOver(['news', 'news', 'news', 'news', 'news'], {
    take: ({ nextBatch }) => {
      if (nextBatch === 's2') return Promise.reject(new GatewayError('unreachable'));
      taken.push(nextBatch);
      return Promise.resolve();
    },
  });
  await runSyncLoop(loop);
  expect(asked.map(({ since }) => since)).toEqual([undefined, 's1', 's1', 's3', 's4']);
  expect(taken).toEqual(['s1', 's3', 's4']);
});

test('one answer that is lost is not said, two in a row are, and so is the first that comes again', async () => {
  const once = loopOver(['news', 'lost', 'news', 'news']);
  await runSyncLoop(once.loop);
  expect(once.told).toEqual([{ kind: 'connection', isConnected: true }]);
  const twice = loopOver(['news', 'lost', 'lost', 'news', 'news']);
  await runSyncLoop(twice.loop);
  expect(twice.told.map((news) => news.kind === 'connection' && news.isConnected)).toEqual([
    true,
    false,
    true,
  ]);
});

test('after a lost answer the homeserver is not asked to wait for news, so that the return is known at once', async () => {
  const { loop, asked } = loopOver(['news', 'news', 'lost', 'news', 'news']);
  await runSyncLoop(loop);
  expect(asked.map(({ timeout }) => timeout)).toEqual(['0', '25000', '25000', '0', '25000']);
});

test('a renewed line is tried at once and without a word, also while nothing came over the old one', async () => {
  const { loop, asked, told, pauses } = loopOver(['news', 'nothing', 'news', 'news']);
  await runSyncLoop(loop);
  expect(asked.map(({ timeout }) => timeout)).toEqual(['0', '25000', '0', '25000']);
  expect([told.length, pauses]).toEqual([1, []]);
});

test('a renewed line ends the pause before the next try', async () => {
  const { loop, line, asked } = loopOver(['news', 'lost', 'news']);
  const surroundings = {
    ...loop.surroundings,
    wait: (_milliseconds: number, signal: AbortSignal) => {
      queueMicrotask(() => {
        line.renew();
      });
      return wait(2 ** 30, signal);
    },
  };
  await runSyncLoop({ ...loop, surroundings });
  expect(asked).toHaveLength(3);
});

test.each([
  [false, '0'],
  [true, '12500'],
])(
  'the first sync of a page that comes back (%s) asks with a timeout of its own, because answers are kept',
  async (isResumed, timeout) => {
    const { loop, asked } = loopOver(['news'], { isResumed });
    await runSyncLoop({ ...loop, surroundings: { ...loop.surroundings, chance: () => 0.5 } });
    expect(asked.map((query) => query['timeout'])).toEqual([timeout]);
  },
);
