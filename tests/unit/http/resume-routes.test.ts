import { describe, expect, test } from '@jest/globals';
import { authorization, json, start, usePublicApp } from './public-scene.ts';
import { bearer, nextResumeToken, resumeToken, startPublicWorld, type Asked } from './public-world.ts';

const { world, startWith } = usePublicApp();

const requestSecret = 'S'.repeat(43);
const cookieOf = (token: string) => ({ cookie: `other=1; __Host-session=${token}` });

function post(path: string, body: object, headers: Asked['headers'] = {}) {
  return world().ask({
    method: 'POST',
    url: `/api/conversations${path}`,
    headers: { ...json, ...headers },
    body: JSON.stringify(body),
  });
}

const view = (headers: Asked['headers'] = {}) =>
  world().ask({ url: '/api/conversations/current', headers: { authorization, ...headers } });

const setCookie = 'set-cookie';

describe('the cookie of a conversation', () => {
  test('comes with its start: out of reach of scripts, first-party only, for five minutes', async () => {
    const { headers } = await startWith(start);
    expect(headers[setCookie]).toEqual([
      `__Host-session=${resumeToken}; Path=/; Max-Age=300; HttpOnly; SameSite=Strict; Secure`,
    ]);
  });

  test('is not in the answer itself, where a script could read it', async () => {
    expect((await startWith(start)).text).not.toContain(resumeToken);
  });

  test('has no prefix and no Secure where there is no TLS', async () => {
    const open = await startPublicWorld({ publicOrigin: 'http://localhost:17121' });
    const body = JSON.stringify(start);
    const { headers } = await open.ask({ method: 'POST', url: '/api/conversations', headers: json, body });
    await open.stop();
    expect(headers[setCookie]).toEqual([
      `session=${resumeToken}; Path=/; Max-Age=300; HttpOnly; SameSite=Strict`,
    ]);
  });

  test('is refreshed by each view of a browser that shows it', async () => {
    const answer = await view(cookieOf(resumeToken));
    expect(answer.json).toMatchObject({ canResume: true });
    expect(answer.headers[setCookie]).toEqual([
      expect.stringContaining(`=${resumeToken}; Path=/; Max-Age=300`),
    ]);
  });

  test.each([{}, cookieOf('X'.repeat(43)), cookieOf('short'), { cookie: `session=${resumeToken}` }])(
    'is missed when the browser shows %j, and the caller is told',
    async (headers) => {
      const answer = await view(headers);
      expect(answer.json).toMatchObject({ canResume: false });
      expect(answer.headers[setCookie]).toBeUndefined();
    },
  );

  test.each([
    ['end', () => post('/current/end', {}, { authorization })],
    ['quick exit', () => post('/leave', { requestSecret })],
    ['ended view', () => view(cookieOf(resumeToken))],
  ])('goes with the %s, and the cache with it', async (_, ask) => {
    world().view.now = {
      version: 4,
      phase: 'ended',
      takesLong: false,
      counsellor: null,
      endedBy: 'counsellor',
    };
    const { headers } = await ask();
    expect(headers[setCookie]).toEqual([
      '__Host-session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict; Secure',
    ]);
    expect(headers['clear-site-data']).toBe('"cache"');
  });

  test('stays when another website sends the beacon of a quick exit', async () => {
    const { status, headers } = await post(
      '/leave',
      { requestSecret },
      { ...cookieOf(resumeToken), origin: 'https://evil.example' },
    );
    expect(status).toBe(204);
    expect([headers[setCookie], headers['clear-site-data']]).toEqual([undefined, undefined]);
  });
});

describe('the beacon of a quick exit', () => {
  test('ends what the cookie would bring back, from a page that has started nothing itself', async () => {
    await post('/leave', { requestSecret: null }, cookieOf(resumeToken));
    expect(world().seen.ends).toEqual(['exit']);
  });

  test('ends it from Firefox too, which has no name for a page without referrer but says that it is ours', async () => {
    const headers = { ...cookieOf(resumeToken), origin: 'null', 'sec-fetch-site': 'same-origin' };
    await post('/leave', { requestSecret: null }, headers);
    expect(world().seen.ends).toEqual(['exit']);
  });

  test.each([
    ['another website', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sandbox of another website', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['another host of the same domain', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['nobody who says where it comes from', { origin: 'null' }],
  ])('ends nothing when it comes from %s', async (_whom, headers) => {
    await post('/leave', { requestSecret: null }, { ...cookieOf(resumeToken), ...headers });
    expect(world().seen.ends).toEqual([]);
  });
});

describe('resuming', () => {
  test('answers with the session and another token', async () => {
    const answer = await post('/resume', { requestSecret }, cookieOf(resumeToken));
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({ bearer, storeKey: 'K'.repeat(43) });
    expect(answer.headers[setCookie]).toEqual([expect.stringContaining(`=${nextResumeToken}; `)]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(world().seen.resumes).toEqual([{ token: resumeToken, requestSecret }]);
  });

  test.each([{}, cookieOf('X'.repeat(43)), cookieOf('short')])(
    'has nothing to go on with under %j, and takes that cookie away',
    async (headers) => {
      const answer = await post('/resume', { requestSecret }, headers);
      expect([answer.status, answer.json]).toEqual([
        401,
        expect.objectContaining({ errcode: 'M_UNKNOWN_TOKEN' }),
      ]);
      expect(answer.headers[setCookie]).toEqual([expect.stringContaining('Max-Age=0')]);
    },
  );

  test.each([{}, { requestSecret: 'short' }, { requestSecret, more: 1 }])(
    'refuses the body %j',
    async (body) => {
      const answer = await post('/resume', body, cookieOf(resumeToken));
      expect(answer.status).toBe(400);
      expect(world().seen.resumes).toEqual([]);
    },
  );

  test('is refused to other origins', async () => {
    const answer = await post(
      '/resume',
      { requestSecret },
      { ...cookieOf(resumeToken), origin: 'https://evil.example' },
    );
    expect(answer.status).toBe(403);
    expect(world().seen.resumes).toEqual([]);
  });

  test('is served to our own', async () => {
    const answer = await post(
      '/resume',
      { requestSecret },
      { ...cookieOf(resumeToken), origin: 'https://chat.example.org' },
    );
    expect(answer.status).toBe(200);
  });
});
