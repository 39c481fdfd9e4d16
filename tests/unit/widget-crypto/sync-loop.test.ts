import { expect, test } from '@jest/globals';
import type { GatewayClient } from '../../../widget/crypto/gateway-client.ts';
import { GatewayError } from '../../../widget/crypto/gateway-error.ts';
import { runSyncLoop } from '../../../widget/crypto/sync-loop.ts';

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
      fetch: () => Promise.reject(new Error('not asked')),
      wait: () => Promise.resolve(),
      chance: () => 0,
      canEncrypt: () => true,
      loadCrypto: () => Promise.resolve(),
    },
    signal: over.signal,
    roomId: '!room',
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
