import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { StartedConversation } from '../../../appservice/contract/conversation.ts';
import type { FromWorker } from '../../../widget/worker-messages.ts';
import { createEngine } from '../../../widget/crypto/engine.ts';
import type { Surroundings } from '../../../widget/crypto/surroundings.ts';
import { wait } from '../../../widget/crypto/wait.ts';
import {
  callerId,
  counsellorId,
  createEngineWorld,
  isKind,
  isSent,
  phrase,
  started,
  stopWorlds,
  surroundingsOf,
  type EngineWorld,
} from './engine-world.ts';
import { companyOrder } from '../../support/company-order.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory(); // another browser
});

afterEach(stopWorlds);

let sessions = 0;

/** A conversation with a store key of its own. */
function newSession(): StartedConversation {
  sessions += 1;
  return { ...started, storeKey: String(sessions).padStart(43, 'K') };
}

/** Databases are given their time; all other pauses pass quickly. */
const databasePatienceMs = 3_000;
const quickly: Surroundings['wait'] = (milliseconds, signal) => {
  if (milliseconds >= 20_000) return wait(2 ** 30, signal);
  return wait(milliseconds === databasePatienceMs ? 2_500 : milliseconds / 100, signal);
};
const storing = () => ({ surroundings: { indexedDb: indexedDB, wait: quickly } });

/** Another page of the same conversation, in the same browser. */
function reload(world: EngineWorld, indexedDb: IDBFactory | undefined = indexedDB) {
  const told: FromWorker[] = [];
  let look = (): void => undefined;
  const surroundings = {
    ...surroundingsOf(world.homeserver, callerId, started.deviceId),
    indexedDb,
    wait: quickly,
  };
  const engine = createEngine(surroundings, (message) => {
    told.push(message);
    look();
  });
  const until = (isIt: (message: FromWorker) => boolean) =>
    new Promise<FromWorker>((resolve) => {
      look = () => {
        const found = told.find(isIt);
        if (found !== undefined) resolve(found);
      };
      look();
    });
  return { told, until, ask: engine.receive.bind(engine) };
}

async function talked() {
  const session = newSession();
  const world = await createEngineWorld(storing());
  world.ask({ kind: 'start', conversation: session });
  await world.until(isKind('ready'));
  await world.join();
  world.ask({ kind: 'send', id: 'intake', body: 'Leeftijd: 30', isAutomatic: true });
  world.ask({ kind: 'send', id: 'words-1', body: phrase });
  await world.until(isSent('words-1'));
  await world.counsellor.say({ msgtype: 'm.text', body: 'Dag, vertel maar' }, callerId);
  await world.until(isKind('message'));
  return { world, session };
}

/** The page goes, and its store stays. */
async function paused(world: EngineWorld): Promise<void> {
  world.ask({ kind: 'pause' });
  await world.until(isKind('stopped'));
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name);

describe('a device that is kept', () => {
  test('brings back what was said, in its order, and neither the intake nor anything twice', async () => {
    const { world, session } = await talked();
    await paused(world);
    const page = reload(world);
    page.ask({ kind: 'resume', conversation: session });
    await page.until(isKind('history'));
    const said = page.told.flatMap((each) => {
      if (each.kind === 'own') return [['own', each.body]];
      return each.kind === 'message' ? [['message', each.message.body]] : [];
    });
    expect(said).toEqual([
      ['own', phrase],
      ['message', 'Dag, vertel maar'],
    ]);
    page.ask({ kind: 'stop' });
    await page.until(isKind('stopped'));
  });

  test('talks on under a key that the counsellor has', async () => {
    const { world, session } = await talked();
    await paused(world);
    const page = reload(world);
    page.ask({ kind: 'resume', conversation: session });
    await page.until(isKind('history'));
    const masterKey = await world.counsellor.masterKey();
    page.ask(companyOrder({ userId: counsellorId, masterKey, organisation: 'CAW' }));
    page.ask({ kind: 'send', id: 'words-2-1', body: 'Ik ben er weer' });
    await page.until(isSent('words-2-1'));
    expect(page.told.filter(isKind('unsecured'))).toEqual([]);
    expect(await world.counsellor.readNew()).toContain('Ik ben er weer');
    page.ask({ kind: 'stop' });
    await page.until(isKind('stopped'));
  });

  test('sends words that were waiting when the page went', async () => {
    const session = newSession();
    const world = await createEngineWorld(storing());
    world.ask({ kind: 'start', conversation: session });
    await world.until(isKind('ready'));
    world.ask({ kind: 'send', id: 'words-1', body: phrase });
    await world.until(isKind('held'));
    await paused(world);
    const page = reload(world);
    page.ask({ kind: 'resume', conversation: session });
    expect(await page.until(isKind('waiting'))).toEqual({ kind: 'waiting', id: 'words-1', body: phrase });
    page.ask({ kind: 'stop' });
    await page.until(isKind('stopped'));
  });

  // The crypto library lets go of its own databases with the worker; `tests/e2e/resume.test.ts` sees them go.
  test('deletes the words at the end', async () => {
    const { world } = await talked();
    const words = expect.stringMatching(/::words$/);
    expect(await names()).toContainEqual(words);
    world.ask({ kind: 'stop' });
    await world.until(isKind('stopped'));
    expect(await names()).not.toContainEqual(words);
  });

  test('cannot be opened with another key, and says that there is nothing to go on with', async () => {
    const { world, session } = await talked();
    await paused(world);
    const page = reload(world);
    page.ask({ kind: 'resume', conversation: { ...session, storeKey: 'X'.repeat(43) } });
    expect(await page.until(isKind('failed'))).toEqual({ kind: 'failed', failure: 'not-kept' });
  });

  test('says so when the browser stores nothing, and works all the same', async () => {
    const session = newSession();
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: session });
    expect(await world.until(isKind('storage'))).toEqual({ kind: 'storage', isKept: false });
    await world.join();
    world.ask({ kind: 'send', id: 'words-1', body: phrase });
    expect(await world.until(isSent('words-1'))).toBeDefined();
  });

  test('falls back to memory where the database cannot be opened', async () => {
    const broken = {
      databases: () => Promise.resolve([]),
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const session = newSession();
    const world = await createEngineWorld({ surroundings: { indexedDb: broken } });
    world.ask({ kind: 'start', conversation: session });
    expect(await world.until(isKind('storage'))).toEqual({ kind: 'storage', isKept: false });
  });
});
