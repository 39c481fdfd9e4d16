import { describe, expect, test } from '@jest/globals';
import { errcode } from './gateway-scene.ts';
import { authorization, json, usePublicApp } from './public-scene.ts';

const { world } = usePublicApp();

const send = (what: 'refuse' | 'hand-over', body: unknown, headers: Record<string, string> = {}) =>
  world().ask({
    method: 'POST',
    url: `/api/conversations/current/${what}`,
    headers: { ...json, authorization, ...headers },
    body: JSON.stringify(body),
  });

const userId = '@bram:localhost';

describe('“liever niet”', () => {
  test('is passed on, however often it is said', async () => {
    for (let time = 0; time < 2; time += 1) expect((await send('refuse', { userId })).status).toBe(200);
    expect(world().seen.company).toEqual([{ userId }, { userId }]);
  });

  test.each([[{}], [{ userId: 7 }], [{ userId: 'bram' }], [{ userId, why: 'x' }], [null], [[userId]]])(
    'is not %j',
    async (body) => {
      expect(errcode(await send('refuse', body))).toBe('M_BAD_JSON');
      expect(world().seen.company).toEqual([]);
    },
  );

  test('needs a bearer, and a conversation that is not over', async () => {
    expect(errcode(await send('refuse', { userId }, { authorization: 'Bearer x' }))).toBe('M_UNKNOWN_TOKEN');
    world().session.now = undefined;
    expect(errcode(await send('refuse', { userId }))).toBe('M_UNKNOWN_TOKEN');
  });
});

describe('the report of a hand-over', () => {
  test.each([[{ userId, state: 'shared' }], [{ userId, state: 'failed', code: 'no-signed-device' }]])(
    'is passed on: %j',
    async (report) => {
      expect((await send('hand-over', report)).status).toBe(200);
      expect(world().seen.company).toEqual([report]);
    },
  );

  test.each([
    [{ userId }],
    [{ userId, state: 'failed' }],
    [{ userId, state: 'failed', code: 'because' }],
    [{ userId, state: 'shared', code: 'not-shared' }],
    [{ userId, state: 'shared', keys: {} }],
  ])('is not %j', async (body) => {
    expect(errcode(await send('hand-over', body))).toBe('M_BAD_JSON');
    expect(world().seen.company).toEqual([]);
  });
});
