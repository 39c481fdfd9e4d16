import { describe, expect, test } from '@jest/globals';
import { errcode, until } from './gateway-scene.ts';
import { authorization, json, start, usePublicApp } from './public-scene.ts';
import { hostOrigin } from './public-settings.ts';
import { bearer } from './public-world.ts';

const { world, startWith } = usePublicApp();

describe('POST /api/conversations', () => {
  test('starts, with a trimmed nickname and the address of the peer', async () => {
    const answer = await startWith(start);
    expect(answer.status).toBe(201);
    expect(answer.json).toMatchObject({ bearer, hostUserId: '@1712:localhost' });
    expect(world().seen.starts).toEqual([
      { request: { ...start, nickname: 'Zon 🌞' }, address: '127.0.0.1', resumeToken: null },
    ]);
  });

  test('takes an empty nickname for none', async () => {
    await startWith({ ...start, nickname: '   ', province: null });
    expect(world().seen.starts[0]?.request).toMatchObject({ nickname: null, province: null });
  });

  test.each([
    ['busy', 409, 'HELPLINE_BUSY'],
    ['offline', 503, 'HELPLINE_OFFLINE'],
    ['already-used', 403, 'M_FORBIDDEN'],
    ['unreachable', 502, 'HELPLINE_UNREACHABLE'],
  ] as const)('answers %s with %i %s', async (problem, status, code) => {
    world().startProblem.now = problem;
    const answer = await startWith(start);
    expect([answer.status, errcode(answer)]).toEqual([status, code]);
  });

  const bad: readonly (readonly [string, unknown])[] = [
    ['has an unknown key', { ...start, postcode: '3500' }],
    ['lacks the secret', { ...start, requestSecret: undefined }],
    ['has a short secret', { ...start, requestSecret: 's'.repeat(42) }],
    ['has a secret of other characters', { ...start, requestSecret: '/'.repeat(43) }],
    ['has another province', { ...start, province: 'Limburg' }],
    ['has no province field', { ...start, province: undefined }],
    ['has a number as nickname', { ...start, nickname: 7 }],
    ['has a long nickname', { ...start, nickname: 'x'.repeat(41) }],
    ['has a line break in the nickname', { ...start, nickname: 'a\nb' }],
    ['has a null byte in the nickname', { ...start, nickname: 'a\u0000b' }],
    ['turns the nickname round', { ...start, nickname: 'a\u202eb' }],
    ['has half a character in the nickname', { ...start, nickname: 'a\ud800b' }],
    ['speaks another language', { ...start, language: 'xx' }],
    ['has a strange notice version', { ...start, noticeVersion: '<b>' }],
    ['is a list', [start]],
    ['is null', null],
    ['is empty', {}],
  ];
  test.each(bad)('refuses a body that %s and starts nothing', async (_what, body) => {
    const answer = await startWith(body);
    expect([answer.status, errcode(answer)]).toEqual([400, 'M_BAD_JSON']);
    expect(world().seen.starts).toEqual([]);
  });

  test('takes forty characters whatever they take in bytes', async () => {
    expect((await startWith({ ...start, nickname: '🌞'.repeat(40) })).status).toBe(201);
    expect((await startWith({ ...start, nickname: '🌞'.repeat(41) })).status).toBe(400);
  });

  test('refuses what is too long, broken, or no JSON by its own word', async () => {
    const send = (body: string, headers: Record<string, string> = json) =>
      world().ask({ method: 'POST', url: '/api/conversations', headers, body });
    expect(errcode(await send(JSON.stringify({ ...start, nickname: 'x'.repeat(5_000) })))).toBe(
      'M_TOO_LARGE',
    );
    expect(errcode(await send('{'))).toBe('M_NOT_JSON');
    expect(errcode(await send(JSON.stringify(start), { 'content-type': 'text/plain' }))).toBe('M_NOT_JSON');
    expect(
      errcode(await send(JSON.stringify(start), { 'content-type': 'application/x-www-form-urlencoded' })),
    ).toBe('M_NOT_JSON');
    expect(errcode(await send(JSON.stringify(start), {}))).toBe('M_NOT_JSON');
    expect(errcode(await send(JSON.stringify(start).replace('{', '{"language":"en",')))).toBe('M_BAD_JSON');
    expect(world().seen.starts).toEqual([]);
  });

  test('refuses the page of another origin, the host page included', async () => {
    for (const origin of ['https://evil.example', hostOrigin, 'null', 'http://chat.example.org']) {
      const answer = await startWith(start, { ...json, origin });
      expect([answer.status, errcode(answer)]).toEqual([403, 'M_FORBIDDEN']);
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(world().seen.starts).toEqual([]);
    expect((await startWith(start, { ...json, origin: 'https://chat.example.org' })).status).toBe(201);
  });
});

describe('GET /api/conversations/current', () => {
  const current = (after: string, headers = { authorization }) =>
    world().ask({ url: `/api/conversations/current${after}`, headers });

  test('answers at once without `after` and when there is news, and counts as a sign of life', async () => {
    expect((await current('')).json).toEqual({ ...world().view.now, canResume: false });
    expect((await current('?after=2')).json).toEqual({ ...world().view.now, canResume: false });
    expect(world().seen.touches).toHaveLength(1);
  });

  test('waits until the conversation changes', async () => {
    const waiting = current('?after=3');
    let hasAnswered = false;
    void waiting.then(() => (hasAnswered = true));
    await current('?after=2');
    world().change();
    await current('?after=2');
    expect(hasAnswered).toBe(false);
    world().view.now = {
      version: 4,
      phase: 'ended',
      takesLong: false,
      counsellor: null,
      endedBy: 'counsellor',
    };
    world().change();
    expect((await waiting).json).toEqual({ ...world().view.now, canResume: false });
  });

  test('holds four at a time', async () => {
    const waiting = Array.from({ length: 4 }, () => current('?after=9'));
    await until(() => world().views() >= 8); // each looks once, listens, and looks again
    expect(errcode(await current('?after=9'))).toBe('M_LIMIT_EXCEEDED');
    world().view.now = { version: 10, phase: 'ended', takesLong: false, counsellor: null, endedBy: 'caller' };
    world().change();
    expect((await Promise.all(waiting)).map((each) => each.status)).toEqual([200, 200, 200, 200]);
  });

  test.each(['?after=', '?after=-1', '?after=x', '?after=1&after=2', '?after=1&x=2', '?before=1', '?'])(
    'refuses %s',
    async (query) => {
      expect(errcode(await current(query))).toBe('M_INVALID_PARAM');
    },
  );

  test('refuses without a bearer, with another one, and for a conversation that is gone', async () => {
    const bare = await world().ask({ url: '/api/conversations/current' });
    expect([bare.status, errcode(bare)]).toEqual([401, 'M_MISSING_TOKEN']);
    const other = await current('', { authorization: `Bearer ${'c'.repeat(43)}` });
    expect([other.status, errcode(other)]).toEqual([401, 'M_UNKNOWN_TOKEN']);
    world().view.now = undefined;
    expect(errcode(await current(''))).toBe('M_UNKNOWN_TOKEN');
  });
});

describe('reporting, ending, leaving', () => {
  const post = (path: string, body: string, headers: Record<string, string> = { ...json, authorization }) =>
    world().ask({ method: 'POST', url: `/api/conversations/${path}`, headers, body });

  test('hands on that the browser is ready, and says when the conversation is over', async () => {
    expect((await post('current/ready', '{}')).status).toBe(200);
    expect(errcode(await post('current/ready', '{"state":"ready"}'))).toBe('M_BAD_JSON');
    expect(errcode(await post('current/ready', '{}', json))).toBe('M_MISSING_TOKEN');
    expect(world().seen.reports).toEqual(['ready']);
    world().session.now = undefined;
    expect(errcode(await post('current/ready', '{}'))).toBe('M_UNKNOWN_TOKEN');
  });

  test('hands a security report on, and nothing else that looks like one', async () => {
    expect((await post('current/security', '{"state":"secured"}')).status).toBe(200);
    expect((await post('current/security', '{"state":"unsecured","code":"identity-changed"}')).status).toBe(
      200,
    );
    for (const body of [
      '{"state":"secured","key":"x"}',
      '{"state":"unsecured"}',
      '{"state":"unsecured","code":"x"}',
      '[]',
      '',
    ]) {
      expect(errcode(await post('current/security', body))).toBe('M_BAD_JSON');
    }
    expect(world().seen.reports).toHaveLength(2);
  });

  test('ends by the caller with or without an empty body', async () => {
    expect((await post('current/end', '')).status).toBe(200);
    expect((await post('current/end', '{}')).status).toBe(200);
    expect(errcode(await post('current/end', '{"by":"counsellor"}'))).toBe('M_BAD_JSON');
    expect(errcode(await post('current/end', '{}', json))).toBe('M_MISSING_TOKEN');
    expect((await post('current/end', '{"by":"failure"}')).status).toBe(200);
    expect(world().seen.ends).toEqual(['caller', 'caller', 'failure']);
  });

  test('answers a beacon with 204 whatever it holds, and acts on a true one only', async () => {
    const beacon = { 'content-type': 'text/plain;charset=UTF-8' };
    const foreign = { ...beacon, origin: 'https://evil.example' };
    const good = JSON.stringify({ requestSecret: bearer });
    for (const [body, headers] of [
      ['', beacon],
      ['{', beacon],
      ['{"requestSecret":"short"}', beacon],
      [JSON.stringify({ bearer }), beacon],
      [JSON.stringify({ requestSecret: 'c'.repeat(43) }), beacon],
      ['x'.repeat(10_000), beacon],
      [good, foreign],
    ] as const) {
      expect((await post('leave', body, headers)).status).toBe(204);
    }
    expect(world().seen.ends).toEqual([]);
    expect((await post('leave', good, beacon)).status).toBe(204);
    expect(world().seen.ends).toEqual(['exit']);
  });
});
