import { describe, expect, jest, test } from '@jest/globals';
import { connect } from 'node:net';
import { client, message, own } from './gateway-samples.ts';
import { authorization, errcode, until, useGateway } from './gateway-scene.ts';
import { bearer, caller, startPublicWorld, type Answer } from './public-world.ts';

const { world, ask, send, upstream } = useGateway();

describe('who asks', () => {
  test('refuses without a bearer, with another one, with the caller’s own in a query, and after the end', async () => {
    const url = `${client}/keys/query`;
    const body = '{"device_keys":{}}';
    expect(errcode(await world().ask({ method: 'POST', url, body }))).toBe('M_MISSING_TOKEN');
    for (const other of [
      'Bearer ',
      `bearer ${bearer}`,
      `Bearer ${'c'.repeat(43)}`,
      `Bearer ${bearer}x`,
      'Basic abc',
    ]) {
      const answer = await world().ask({ method: 'POST', url, body, headers: { authorization: other } });
      expect([answer.status, errcode(answer)]).toEqual([401, 'M_UNKNOWN_TOKEN']);
    }
    expect((await world().ask({ url: `${client}/sync?access_token=${bearer}` })).status).toBe(400);
    world().session.now = undefined;
    expect(errcode(await ask({ method: 'POST', url, body }))).toBe('M_UNKNOWN_TOKEN');
    expect(upstream()).toEqual([]);
  });

  test('refuses the page of another origin', async () => {
    for (const origin of ['https://evil.example', 'null', 'https://www.example.org']) {
      const answer = await ask({
        method: 'POST',
        url: `${client}/keys/query`,
        headers: { origin },
        body: '{"device_keys":{}}',
      });
      expect(errcode(answer)).toBe('M_FORBIDDEN');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(upstream()).toEqual([]);
    const answer = await ask({
      method: 'POST',
      url: `${client}/keys/query`,
      headers: { origin: 'https://chat.example.org' },
      body: '{"device_keys":{}}',
    });
    expect(answer.status).toBe(200);
  });

  test('counts as a sign of life, written once in five seconds', async () => {
    world().clock.elapse(60_000);
    world().seen.touches.length = 0;
    for (let count = 0; count < 3; count += 1)
      await send('POST', `${client}/keys/query`, { device_keys: {} });
    expect(world().seen.touches).toHaveLength(1);
    world().clock.elapse(5_000);
    await send('POST', `${client}/keys/query`, { device_keys: {} });
    expect(world().seen.touches).toHaveLength(2);
  });
});

describe('the homeserver', () => {
  test('has its refusals passed on by code, without its words', async () => {
    world().recorder.reply.now = {
      status: 400,
      body: `{"errcode":"M_UNKNOWN_DEVICE","error":"about ${caller}","extra":1}`,
    };
    const answer = await ask({ url: `${client}/sync` });
    expect([answer.status, answer.json]).toEqual([
      400,
      { errcode: 'M_UNKNOWN_DEVICE', error: 'The homeserver refuses this.' },
    ]);
  });

  const failures: readonly (readonly [number, string])[] = [
    [500, '{"errcode":"M_UNKNOWN","error":"stack"}'],
    [503, 'upstream'],
    [401, '{"errcode":"M_UNKNOWN_TOKEN","error":"Unrecognised access token"}'],
    [302, ''],
    [404, '<html>'],
    [400, `{"errcode":"M_BAD","x":"${'x'.repeat(20_000)}"}`],
  ];
  test.each(failures)('counts as unreachable when it answers %i %s', async (status, body) => {
    world().recorder.reply.now = {
      status,
      body,
      headers: { location: 'http://evil/', 'set-cookie': 'a=b', server: 'Synapse' },
    };
    const answer = await ask({ url: `${client}/sync` });
    expect([answer.status, errcode(answer)]).toEqual([502, 'HELPLINE_UNREACHABLE']);
    expect(Object.keys(answer.headers)).not.toEqual(expect.arrayContaining(['location']));
    expect(world().seen.logs).toEqual([
      { event: 'request.failed', code: 'HELPLINE_UNREACHABLE', status: 502 },
    ]);
  });

  test('does not get its own headers through', async () => {
    world().recorder.reply.now = {
      status: 200,
      body: '{}',
      headers: {
        'set-cookie': 'a=b',
        server: 'Synapse',
        'access-control-allow-origin': '*',
        'cache-control': 'public',
      },
    };
    const answer = await ask({ url: `${client}/sync` });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['server']).toBeUndefined();
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('is told when the browser has gone', async () => {
    world().recorder.reply.now = 'silence';
    const before = world().recorder.cutOff();
    const socket = connect(world().port, '127.0.0.1');
    socket.write(`GET ${client}/sync HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`);
    await until(() => upstream().length === 1);
    socket.destroy();
    await until(() => world().recorder.cutOff() === before + 1);
    expect(world().seen.logs).toEqual([]);
  });

  test('is let go, and the sync cut off, as soon as the conversation ends', async () => {
    world().recorder.reply.now = 'silence';
    const before = world().recorder.cutOff();
    const waiting = ask({ url: `${client}/sync?timeout=30000` });
    await until(() => upstream().length === 1);
    world().change();
    world().session.now = undefined;
    world().change();
    const answer = await waiting;
    expect([answer.status, errcode(answer)]).toEqual([401, 'M_UNKNOWN_TOKEN']);
    await until(() => world().recorder.cutOff() === before + 1);
  });

  test('gets no more than four syncs of one conversation at a time', async () => {
    world().recorder.reply.now = 'silence';
    const waiting = Array.from({ length: 4 }, () => ask({ url: `${client}/sync` }));
    await until(() => upstream().length === 4);
    expect(errcode(await ask({ url: `${client}/sync` }))).toBe('M_LIMIT_EXCEEDED');
    world().session.now = undefined;
    world().change();
    expect((await Promise.all(waiting)).map((each) => each.status)).toEqual([401, 401, 401, 401]);
  });
});

describe('limits', () => {
  test('let five messages through at once, then one a second, and say when to try again', async () => {
    const paced = await startPublicWorld({
      limits: { messagesPerMinutePerConversation: 60, messageBurstPerConversation: 5 },
    });
    const write = async (count: number): Promise<readonly Answer[]> => {
      const answers: Answer[] = [];
      for (let sent = 0; sent < count; sent += 1) {
        const url = `${own}/send/m.room.encrypted/t${String((transactions += 1))}`;
        const body = JSON.stringify(message);
        answers.push(await paced.ask({ method: 'PUT', url, headers: { authorization }, body }));
      }
      return answers;
    };
    let transactions = 0;
    // The seconds of the limit pass by hand: on a busy machine six requests may take longer than one.
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    try {
      const answers = await write(6);
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
      expect(answers.at(-1)?.json).toMatchObject({
        errcode: 'M_LIMIT_EXCEEDED',
        retry_after_ms: expect.any(Number),
      });
      expect(paced.recorder.requests).toHaveLength(5);
      jest.advanceTimersByTime(1_000);
      expect((await write(2)).map(({ status }) => status)).toEqual([200, 429]);
    } finally {
      jest.useRealTimers();
      await paced.stop();
    }
  });

  test('hold one conversation to its requests per minute', async () => {
    const small = await startPublicWorld({ limits: { requestsPerMinutePerConversation: 3 } });
    try {
      const statuses: number[] = [];
      for (let count = 0; count < 4; count += 1) {
        statuses.push((await small.ask({ url: `${client}/sync`, headers: { authorization } })).status);
      }
      expect(statuses).toEqual([200, 200, 200, 429]);
    } finally {
      await small.stop();
    }
  });
});
