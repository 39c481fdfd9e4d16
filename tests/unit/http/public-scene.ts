import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { bearer, startPublicWorld, type PublicWorld } from './public-world.ts';

/** What the start request of a caller's browser says. */
export const start = {
  requestSecret: 's'.repeat(43),
  province: 'limburg',
  nickname: '  Zon 🌞 ',
  language: 'nl',
  noticeVersion: '1',
};

/** A body that says what it is. */
export const json = { 'content-type': 'application/json' };

/** What an open conversation's browser puts before everything. */
export const authorization = `Bearer ${bearer}`;

/** One public app for the tests of a file; before each test everything stands as at the beginning. */
export function usePublicApp() {
  let world: PublicWorld;
  let atFirst: { session: PublicWorld['session']['now']; view: PublicWorld['view']['now'] };
  beforeAll(async () => {
    world = await startPublicWorld();
    atFirst = { session: world.session.now, view: world.view.now };
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.session.now = atFirst.session;
    world.view.now = atFirst.view;
    world.startProblem.now = null;
    world.feedbackIsTaken.now = true;
    for (const list of Object.values(world.seen)) list.length = 0;
    world.setStatus({ state: 'online', reason: null, nextOpening: null });
  });
  return {
    world: () => world,
    startWith: (body: unknown, headers: Record<string, string> = json) =>
      world.ask({ method: 'POST', url: '/api/conversations', headers, body: JSON.stringify(body) }),
  };
}
