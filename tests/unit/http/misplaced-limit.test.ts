import { expect, test } from '@jest/globals';
import { authorization, json, usePublicApp } from './public-scene.ts';
import { event } from './public-world.ts';

const { world } = usePublicApp();

test('a browser fills no desk: ten misplaced commands in an hour are told, and the rest is answered alike', async () => {
  for (let count = 0; count < 12; count += 1) {
    const url = '/api/conversations/current/misplaced';
    const body = JSON.stringify({ eventId: event });
    const answer = await world().ask({
      method: 'POST',
      url,
      headers: { ...json, authorization },
      body,
    });
    expect(answer.status).toBe(200);
  }
  expect(world().seen.company).toHaveLength(10);
});
