import { describe, expect, test } from '@jest/globals';
import { errcode } from './gateway-scene.ts';
import { authorization, json, usePublicApp } from './public-scene.ts';
import { hostOrigin } from './public-settings.ts';
import type { Asked } from './public-world.ts';

const { world } = usePublicApp();

const bytes = (count: number, fill = 7) => Buffer.alloc(count, fill).toString('base64url');
const nothing = { heard: null, helped: null, nextStep: null, easy: null };
const report = {
  pass: { week: '2026-W48', token: bytes(32), signature: bytes(256) },
  language: 'nl',
  answers: { ...nothing, heard: 'yes' },
  remark: ' Dank je ',
};

const post = (url: string, body: unknown, headers: Asked['headers'] = {}) =>
  world().ask({ method: 'POST', url, headers: { ...json, ...headers }, body: JSON.stringify(body) });
const give = (body: unknown, headers: Asked['headers'] = {}) => post('/api/feedback', body, headers);
const draw = (body: unknown, headers: Asked['headers'] = { authorization }) =>
  post('/api/conversations/current/feedback-token', body, headers);

describe('GET /api/feedback/key', () => {
  test('publishes the key of the week, and nobody keeps it', async () => {
    const answer = await world().ask({ url: '/api/feedback/key' });
    expect([answer.status, answer.json]).toEqual([200, { week: '2026-W48', publicKey: 'spki' }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });
});

describe('POST /api/conversations/current/feedback-token', () => {
  const request = { week: '2026-W48', blinded: bytes(256) };

  test('hands over what is to be signed, and brings the signature back', async () => {
    const answer = await draw(request);
    expect([answer.status, answer.json]).toEqual([200, { signature: bytes(256, 9) }]);
    expect(world().seen.draws).toEqual([{ week: '2026-W48', blinded: Buffer.alloc(256, 7) }]);
  });

  test('asks for the bearer', async () => {
    expect(errcode(await draw(request, {}))).toBe('M_MISSING_TOKEN');
    expect(errcode(await draw(request, { authorization: `Bearer ${'x'.repeat(43)}` }))).toBe(
      'M_UNKNOWN_TOKEN',
    );
  });

  test('says no where nothing is signed', async () => {
    world().feedbackIsTaken.now = false;
    expect(errcode(await draw(request))).toBe('M_FORBIDDEN');
  });

  test.each([
    ['is short', { ...request, blinded: bytes(255) }],
    ['names no week', { ...request, week: '2026-48' }],
    ['has an unknown key', { ...request, token: bytes(32) }],
  ])('refuses a body that %s', async (_what, body) => {
    expect(errcode(await draw(body))).toBe('M_BAD_JSON');
    expect(world().seen.draws).toEqual([]);
  });
});

describe('POST /api/feedback', () => {
  test('hands over the answers and the token', async () => {
    expect((await give(report)).status).toBe(200);
    expect(world().seen.feedback).toEqual([
      {
        feedback: { week: '2026-W48', language: 'nl', answers: report.answers, remark: 'Dank je' },
        token: Buffer.alloc(32, 7),
        signature: Buffer.alloc(256, 7),
      },
    ]);
  });

  test('says no for a token that is not taken', async () => {
    world().feedbackIsTaken.now = false;
    const answer = await give(report);
    expect([answer.status, errcode(answer)]).toEqual([403, 'M_FORBIDDEN']);
  });

  test.each([
    ['a bearer', { authorization }],
    ['a cookie', { cookie: '__Host-session=x' }],
    ['another origin', { origin: hostOrigin }],
  ])('takes nothing that comes with %s', async (_what, headers) => {
    expect(errcode(await give(report, headers))).toBe('M_FORBIDDEN');
    expect(world().seen.feedback).toEqual([]);
  });

  const { pass } = report;
  test.each<[string, unknown]>([
    ['says nothing', { ...report, answers: nothing, remark: null }],
    ['lacks an answer', { ...report, answers: { heard: 'yes' } }],
    ['answers something else', { ...report, answers: { ...nothing, heard: 'maybe' } }],
    ['has a remark of 501 characters', { ...report, remark: '🌻'.repeat(501) }],
    ['has an empty remark', { ...report, remark: '  ' }],
    ['speaks another language', { ...report, language: 'xx' }],
    ['has an unknown key', { ...report, conversation: '4711' }],
    ['has a short token', { ...report, pass: { ...pass, token: bytes(31) } }],
    [
      'spells its token in another way',
      { ...report, pass: { ...pass, token: `${bytes(32).slice(0, -1)}d` } },
    ],
    ['names no week', { ...report, pass: { ...pass, week: '2026' } }],
  ])('refuses a body that %s', async (_what, body) => {
    const answer = await give(body);
    expect([answer.status, errcode(answer)]).toEqual([400, 'M_BAD_JSON']);
    expect(world().seen.feedback).toEqual([]);
  });

  test('takes 500 characters whatever they take in bytes', async () => {
    expect((await give({ ...report, remark: '🌻'.repeat(500) })).status).toBe(200);
  });

  test('leaves no line in the log, taken or not', async () => {
    await give(report);
    world().feedbackIsTaken.now = false;
    await give(report);
    await give({});
    expect(world().seen.logs).toEqual([]);
  });

  test('cannot be read back', async () => {
    expect(errcode(await world().ask({ url: '/api/feedback' }))).toBe('M_UNRECOGNIZED');
  });
});
