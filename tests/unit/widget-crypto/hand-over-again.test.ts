import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createEngine } from '../../../widget/crypto/engine.ts';
import type { Surroundings } from '../../../widget/crypto/surroundings.ts';
import { wait } from '../../../widget/crypto/wait.ts';
import { colleagueId, lettingIn, createCompanyWorld } from './company-world.ts';
import { callerId, isKind, started, stopWorlds, surroundingsOf } from './engine-world.ts';
import type { FromWorker } from '../../../widget/worker-messages.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory(); // another browser
});

afterEach(stopWorlds);

/** Databases are given their time; all other pauses pass quickly. */
const quickly: Surroundings['wait'] = (milliseconds, signal) => {
  if (milliseconds >= 20_000) return wait(2 ** 30, signal);
  return wait(milliseconds === 3_000 ? 2_500 : milliseconds / 100, signal);
};

test('a page that comes back during a hand-over does it again, and everything is read', async () => {
  const storing = { indexedDb: indexedDB, wait: quickly };
  const world = await createCompanyWorld({ surroundings: storing });
  const [counsellor, colleague] = [await world.pinOfCounsellor(), await world.pinOfColleague()];
  world.letIn(colleague);
  await world.until(isKind('hand-over'));
  world.ask({ kind: 'pause' });
  await world.until(isKind('stopped'));

  const told: FromWorker[] = [];
  const engine = createEngine(
    { ...surroundingsOf(world.homeserver, callerId, started.deviceId), ...storing },
    (news) => told.push(news),
  );
  const until = async (isIt: (news: FromWorker) => boolean): Promise<FromWorker> => {
    for (;;) {
      const found = told.find(isIt);
      if (found !== undefined) return found;
      await wait(5, new AbortController().signal);
    }
  };
  engine.receive({ kind: 'resume', conversation: started });
  engine.receive(lettingIn(counsellor, colleague));
  engine.receive({ kind: 'send', id: 'twee', body: 'twee' });
  await until((news) => news.kind === 'sent');
  expect(await until(isKind('hand-over'))).toEqual({
    kind: 'hand-over',
    report: { userId: colleagueId, state: 'shared' },
  });
  world.homeserver.setMembership(colleagueId, 'join');
  expect(await world.readByColleague()).toEqual(['een', 'twee']);
  engine.receive({ kind: 'stop' });
  await until(isKind('stopped'));
});
