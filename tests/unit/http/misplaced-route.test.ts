import { describe, expect, test } from '@jest/globals';
import { errcode } from './gateway-scene.ts';
import { authorization, json, usePublicApp } from './public-scene.ts';
import { event } from './public-world.ts';

const { world } = usePublicApp();

const post = (body: unknown, headers: Record<string, string> = { ...json, authorization }) =>
  world().ask({
    method: 'POST',
    url: '/api/conversations/current/misplaced',
    headers,
    body: JSON.stringify(body),
  });

describe('POST /api/conversations/current/misplaced', () => {
  test('hands on which event it is, and says when the conversation is over', async () => {
    expect((await post({ eventId: event })).status).toBe(200);
    expect(world().seen.company).toEqual([{ eventId: event }]);
    world().session.now = undefined;
    expect(errcode(await post({ eventId: event }))).toBe('M_UNKNOWN_TOKEN');
  });

  test.each([
    ['names no event', {}],
    ['names something else', { eventId: '!room:localhost' }],
    ['brings words along', { eventId: event, body: '!blokkeer' }],
  ])('refuses a body that %s', async (_what, body) => {
    expect([errcode(await post(body)), world().seen.company]).toEqual(['M_BAD_JSON', []]);
  });

  test('refuses without a bearer', async () => {
    expect(errcode(await post({ eventId: event }, json))).toBe('M_MISSING_TOKEN');
  });
});
