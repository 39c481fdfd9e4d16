import { afterEach, expect, test } from '@jest/globals';
import { wait } from '../../../widget/crypto/wait.ts';
import {
  createEngineWorld,
  type EngineWorld,
  isHeld,
  isKind,
  isSent,
  started,
  stopWorlds,
} from './engine-world.ts';

afterEach(stopWorlds);

/** An engine whose pauses last until they are cut short; `pausing` resolves at the next one. */
async function patientWorld() {
  let begun = (): void => undefined;
  const surroundings: Parameters<typeof createEngineWorld>[0] = {
    surroundings: {
      wait: (milliseconds, signal) => {
        if (milliseconds < 20_000) begun();
        return wait(2 ** 30, signal);
      },
    },
  };
  const world = await createEngineWorld(surroundings);
  const pausing = (): Promise<void> => new Promise((resolve) => (begun = resolve));
  return { world, pausing };
}

/** The gateway does not answer what is like this. */
function loseAnswersTo(world: EngineWorld, path: string): void {
  world.homeserver.fail = (request) =>
    request.path.includes(path) ? new Response('', { status: 502 }) : undefined;
}

test('words that wait for the next try go out as soon as the line is renewed', async () => {
  const { world, pausing } = await patientWorld();
  world.ask({ kind: 'start', conversation: started });
  await world.join();
  await world.until(isKind('secured'));
  loseAnswersTo(world, '/send/');
  const isPausing = pausing();
  world.ask({ kind: 'send', id: 'a', body: 'een' });
  await world.until(isHeld('a'));
  await isPausing;
  world.homeserver.fail = () => undefined;
  world.ask({ kind: 'renew-line' });
  await world.until(isSent('a'));
  expect(await world.counsellor.readNew()).toEqual(['een']);
});

test('a device that could not be made is tried again as soon as the line is renewed', async () => {
  const { world, pausing } = await patientWorld();
  loseAnswersTo(world, '/keys/upload');
  const isPausing = pausing();
  world.ask({ kind: 'start', conversation: started });
  await isPausing;
  world.homeserver.fail = () => undefined;
  world.ask({ kind: 'renew-line' });
  await expect(world.until(isKind('ready'))).resolves.toEqual({ kind: 'ready' });
});
