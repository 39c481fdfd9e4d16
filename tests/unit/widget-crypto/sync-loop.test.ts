import { expect, test } from '@jest/globals';
import type { GatewayClient } from '../../../widget/crypto/gateway-client.ts';
import { GatewayError } from '../../../widget/crypto/gateway-error.ts';
import { runSyncLoop } from '../../../widget/crypto/sync-loop.ts';

const noNetwork = () => Promise.reject(new Error('not asked'));

test.each([
  [false, '0'],
  [true, '12500'],
])(
  'the first sync of a page that comes back (%s) asks with a timeout of its own, because answers are kept',
  async (isResumed, timeout) => {
    const over = new AbortController();
    const asked: (string | undefined)[] = [];
    await runSyncLoop({
      gateway: {
        request: ({ query }) => {
          asked.push(query?.['timeout']);
          return Promise.resolve(JSON.stringify({ next_batch: 's1' }));
        },
      },
      surroundings: {
        gatewayOrigin: '',
        fetch: noNetwork,
        wait: () => Promise.resolve(),
        chance: () => 0.5,
        canEncrypt: () => true,
        loadCrypto: () => Promise.resolve(),
      },
      signal: over.signal,
      roomId: '!room',
      isResumed,
      tell: () => undefined,
      onReconnected: () => undefined,
      take: () => {
        over.abort();
        return Promise.resolve();
      },
    });
    expect(asked).toEqual([timeout]);
  },
);

test('an answer of which something cannot be had is asked for again, from the same place', async () => {
  const over = new AbortController();
  const asked: (string | undefined)[] = [];
  const taken: string[] = [];
  const gateway: GatewayClient = {
    request: ({ query }) => {
      asked.push(query?.['since']);
      return Promise.resolve(JSON.stringify({ next_batch: `s${asked.length}` }));
    },
  };
  await runSyncLoop({
    gateway,
    surroundings: {
      gatewayOrigin: '',
      fetch: noNetwork,
      wait: () => Promise.resolve(),
      chance: () => 0,
      canEncrypt: () => true,
      loadCrypto: () => Promise.resolve(),
    },
    signal: over.signal,
    roomId: '!room',
    isResumed: false,
    tell: () => undefined,
    onReconnected: () => undefined,
    take: ({ nextBatch }) => {
      if (nextBatch === 's2') return Promise.reject(new GatewayError('unreachable'));
      taken.push(nextBatch);
      if (taken.length === 3) over.abort();
      return Promise.resolve();
    },
  });
  expect(asked).toEqual([undefined, 's1', 's1', 's3']);
  expect(taken).toEqual(['s1', 's3', 's4']);
});
