import { afterEach, describe, expect, test } from '@jest/globals';
import {
  callerId,
  counsellorId,
  createEngineWorld,
  isKind,
  isSent,
  phrase,
  roomId,
  started,
  stopWorlds,
  type EngineWorld,
} from './engine-world.ts';
import { createStandInHomeserver } from './stand-in-homeserver.ts';
import { companyOrder } from '../../support/company-order.ts';

afterEach(stopWorlds);

const pathsOf = ({ homeserver }: EngineWorld): readonly string[] =>
  homeserver.seen.filter(({ userId }) => userId === callerId).map(({ path }) => path);

/** A counsellor has taken the conversation and is on the way to the room; what can be done has been done. */
async function taken(): Promise<EngineWorld> {
  const world = await createEngineWorld();
  world.ask({ kind: 'start', conversation: started });
  world.ask({ kind: 'send', id: 'a', body: phrase });
  await world.until(isKind('ready'));
  const masterKey = await world.counsellor.masterKey();
  let questions = 0;
  let hasClaimed = false;
  const isPrepared = new Promise<void>((resolve) => {
    world.homeserver.fail = ({ userId, path, body }) => {
      if (userId !== callerId) return undefined;
      if (path.endsWith('/keys/query') && body.includes(counsellorId)) questions += 1;
      hasClaimed ||= path.endsWith('/keys/claim');
      if (questions >= 2 && hasClaimed) resolve();
      return undefined;
    };
  });
  world.ask(companyOrder({ userId: counsellorId, masterKey, organisation: 'CAW' }));
  await isPrepared;
  return world;
}

describe('while the counsellor is on the way to the room', () => {
  test('their identity is signed and a channel to them is made, and no key of the room goes out', async () => {
    const world = await taken();
    expect(pathsOf(world).filter((path) => path.endsWith('/keys/signatures/upload'))).toHaveLength(1);
    expect(pathsOf(world).filter((path) => path.endsWith('/keys/claim'))).toHaveLength(1);
    expect(pathsOf(world).filter((path) => path.includes('/sendToDevice/'))).toHaveLength(0);
    expect(world.told.filter(isKind('secured'))).toHaveLength(0);
    expect(world.sendAttempts()).toBe(0);
  });

  test('nothing is left to sign or to claim once they have entered', async () => {
    const world = await taken();
    const before = pathsOf(world).length;
    await world.join();
    await world.until(isSent('a'));
    const after = pathsOf(world).slice(before);
    expect(after.filter((path) => /signatures|claim/.test(path))).toEqual([]);
  });
});

test('a device and its identity are on the way to the homeserver at the same time', async () => {
  const send = createStandInHomeserver(roomId).fetchAs(callerId, started.deviceId);
  let identityIsAsked: (() => void) | undefined;
  const identity = new Promise<void>((resolve) => (identityIsAsked = resolve));
  const fetch = async (url: string, request: RequestInit): Promise<Response> => {
    if (url.endsWith('/keys/device_signing/upload')) identityIsAsked?.();
    if (url.endsWith('/keys/upload')) await identity;
    return send(url, request);
  };
  const world = await createEngineWorld({ surroundings: { fetch } });
  world.ask({ kind: 'start', conversation: started });
  expect(await world.until(isKind('ready'))).toEqual({ kind: 'ready' });
});

test('what was prepared before anybody listened is told to whoever asks for it then, and fetched once', async () => {
  let loads = 0;
  const loadCrypto = (): Promise<void> => {
    loads += 1;
    return Promise.resolve();
  };
  const world = await createEngineWorld({ surroundings: { loadCrypto } });
  world.ask({ kind: 'prepare' });
  await new Promise(setImmediate);
  expect(world.told).toEqual([]);
  world.ask({ kind: 'load' });
  await world.until(isKind('loaded'));
  expect(loads).toBe(1);
});

describe('the own device', () => {
  test('comes signed with its keys, without a request of its own for the signature', async () => {
    const world = await createEngineWorld();
    world.ask({ kind: 'start', conversation: started });
    await world.until(isKind('ready'));
    expect(pathsOf(world).map((path) => path.replace('/_matrix/client/v3/', ''))).toEqual(
      expect.arrayContaining(['keys/upload', 'keys/device_signing/upload', 'keys/query']),
    );
    expect(pathsOf(world).filter((path) => path.endsWith('/keys/signatures/upload'))).toEqual([]);
  });

  test('is signed by a request of its own where the homeserver does not show the signature', async () => {
    const send = createStandInHomeserver(roomId).fetchAs(callerId, started.deviceId);
    const asked: string[] = [];
    const fetch = async (url: string, request: RequestInit): Promise<Response> => {
      asked.push(url);
      if (!url.endsWith('/keys/upload')) return send(url, request);
      const given = typeof request.body === 'string' ? request.body : '';
      const body = given.replaceAll(
        /"ed25519:[A-Za-z0-9+/]{43}":"[^"]+",|,"ed25519:[A-Za-z0-9+/]{43}":"[^"]+"/g,
        '',
      );
      return send(url, { ...request, body });
    };
    const world = await createEngineWorld({ surroundings: { fetch } });
    world.ask({ kind: 'start', conversation: started });
    await world.until(isKind('ready'));
    expect(asked.filter((url) => url.endsWith('/keys/signatures/upload'))).toHaveLength(1);
  });
});
