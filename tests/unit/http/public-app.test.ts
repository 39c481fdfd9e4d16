import { describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from './gateway-scene.ts';
import { authorization, json, start, usePublicApp } from './public-scene.ts';
import { ask, bearer, startPublicWorld } from './public-world.ts';

const { world, startWith } = usePublicApp();

describe('limits and addresses', () => {
  test('serve thirty callers behind one address in a minute, and hold the flood after sixty', async () => {
    const school = await startPublicWorld({
      limits: { startsPerMinutePerAddress: 60 },
      trustedProxies: ['127.0.0.1'],
    });
    const startFrom = (address: string) =>
      school.ask({
        method: 'POST',
        url: '/api/conversations',
        headers: { ...json, 'x-forwarded-for': address },
        body: JSON.stringify(start),
      });
    try {
      const answers = await Promise.all(Array.from({ length: 70 }, () => startFrom('203.0.113.77')));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(60);
      const refused = answers.find(({ status }) => status === 429);
      expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
      expect((await startFrom('203.0.113.78')).status).toBe(201);
      expect(new Set(school.seen.starts.map(({ address }) => address))).toEqual(
        new Set(['203.0.113.77', '203.0.113.78']),
      );
    } finally {
      await school.stop();
    }
  });

  test('do not believe a forged X-Forwarded-For', async () => {
    await startWith(start, { ...json, 'x-forwarded-for': '203.0.113.77' });
    expect(world().seen.starts[0]?.address).toBe('127.0.0.1');
  });

  test('log codes and nothing else of whoever asked', async () => {
    const marker = {
      authorization: `Bearer ${'m'.repeat(43)}`,
      'user-agent': 'marker',
      'x-forwarded-for': '203.0.113.77',
    };
    await world().ask({
      method: 'POST',
      url: '/_matrix/client/v3/marker?marker=1',
      headers: marker,
      body: 'marker',
    });
    await startWith({ ...start, nickname: 'marker\u0000' });
    expect(world().seen.logs).toEqual([{ event: 'gateway.refused', code: 'M_UNRECOGNIZED' }]);
  });
});

test('an unexpected failure is answered without detail and logged by its code', async () => {
  const broken = await startPublicWorld();
  try {
    broken.ports.api.start = () => Promise.reject(new TypeError('secret detail of @someone'));
    const answer = await broken.ask({
      method: 'POST',
      url: '/api/conversations',
      headers: json,
      body: JSON.stringify(start),
    });
    expect([answer.status, answer.json]).toEqual([
      500,
      { errcode: 'M_UNKNOWN', error: 'Something failed on our side; whether it was done is not known.' },
    ]);
    expect(broken.seen.logs).toEqual([{ event: 'request.failed', code: 'M_UNKNOWN', status: 500 }]);
    broken.ports.api.leave = () => Promise.reject(new TypeError('away'));
    const leave = await broken.ask({
      method: 'POST',
      url: '/api/conversations/leave',
      body: JSON.stringify({ requestSecret: bearer }),
    });
    expect(leave.status).toBe(204);
  } finally {
    await broken.stop();
  }
});

test('stopping ends streams and long polls, so that the listener closes at once', async () => {
  const closing = await startPublicWorld();
  const waiting = [
    ask(closing.port, { url: '/api/status/stream' }),
    ask(closing.port, { url: '/api/conversations/current?after=99', headers: { authorization } }),
  ];
  closing.recorder.reply.now = 'silence';
  const sync = ask(closing.port, { url: '/_matrix/client/v3/sync', headers: { authorization } });
  await until(() => closing.recorder.requests.length === 1);
  await closing.stop();
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  expect((await sync).status).toBe(502);
});

test.each([
  ['its headers', 'GET /api/status HTTP/1.1\r\nhost: x\r\nx-slow: '],
  [
    'its body',
    'POST /api/conversations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  ],
])('a browser that dribbles %s is cut off', async (_what, beginning) => {
  const slow = await startPublicWorld({
    patience: { headersMs: 50, requestMs: 100, lookEveryMs: 20, graceMs: 2_000 },
  });
  const socket = connect(slow.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
  socket.write(beginning);
  await once(socket, 'close');
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(slow.seen.starts).toEqual([]);
  await slow.stop();
});
