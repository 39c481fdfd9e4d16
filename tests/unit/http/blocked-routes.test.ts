import { describe, expect, test } from '@jest/globals';
import { authorization, json, start, usePublicApp } from './public-scene.ts';
import { blockedToken, resumeToken, type Asked } from './public-world.ts';

const { world, startWith } = usePublicApp();

const cookieOf = (token: string) => ({ cookie: `__Host-session=${token}` });
const eightHours = (token: string) => [
  `__Host-session=${token}; Path=/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure`,
];

function post(path: string, body: object, headers: Asked['headers'] = {}) {
  const url = `/api/conversations${path}`;
  return world().ask({ method: 'POST', url, headers: { ...json, ...headers }, body: JSON.stringify(body) });
}

const view = (headers: Asked['headers'] = {}) =>
  world().ask({ url: '/api/conversations/current', headers: { authorization, ...headers } });

function endAs(endedBy: 'blocked' | 'counsellor') {
  world().view.now = { version: 4, phase: 'ended', takesLong: false, counsellor: null, endedBy };
}

describe('a caller who is blocked', () => {
  test('is told so by a start, and loses nothing by it', async () => {
    world().startProblem.now = 'blocked';
    const answer = await startWith(start);
    expect([answer.status, answer.json]).toMatchObject([403, { errcode: 'HELPLINE_BLOCKED' }]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test('is known by the cookie that the start brings', async () => {
    await post('', start, cookieOf(blockedToken));
    expect(world().seen.starts).toMatchObject([{ resumeToken: blockedToken }]);
  });

  test('is told so by a resume, and keeps the cookie', async () => {
    const answer = await post('/resume', { requestSecret: 'S'.repeat(43) }, cookieOf(blockedToken));
    expect([answer.status, answer.json]).toMatchObject([403, { errcode: 'HELPLINE_BLOCKED' }]);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test.each([
    ['view', () => view(cookieOf(resumeToken))],
    ['end', () => post('/current/end', {}, { authorization, ...cookieOf(resumeToken) })],
  ])('keeps the cookie of the conversation for eight hours at the %s after the block', async (_, ask) => {
    endAs('blocked');
    expect((await ask()).headers['set-cookie']).toEqual(eightHours(resumeToken));
  });

  test('without a cookie gets none', async () => {
    endAs('blocked');
    expect((await view()).headers['set-cookie']).toEqual([expect.stringContaining('=; Path=/; Max-Age=0')]);
  });

  test('loses it with the quick exit: whoever flees leaves no trace', async () => {
    endAs('blocked');
    const answer = await post('/leave', { requestSecret: null }, cookieOf(resumeToken));
    expect(answer.headers['set-cookie']).toEqual([expect.stringContaining('=; Path=/; Max-Age=0')]);
  });
});

test('while the blocks cannot be read the chat is offline for everybody', async () => {
  world().startProblem.now = 'blocks-unreadable';
  const answer = await startWith(start);
  expect([answer.status, answer.json]).toMatchObject([503, { errcode: 'HELPLINE_OFFLINE' }]);
});
