import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { eventually } from '../../ports/eventually.ts';
import {
  bearer,
  caller,
  device,
  room,
  startPublicWorld,
  type Answer,
  type Asked,
  type PublicWorld,
} from './public-world.ts';
import type { Recorded } from './recorder.ts';
import { client } from './gateway-samples.ts';

/** What may ever arrive at the homeserver, written a second time and independently of the list. */
export const escapedRoom = encodeURIComponent(room);
const upstreamPaths: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['GET', /^\/sync$/, ['filter', 'set_presence', 'since', 'timeout']],
  ['POST', /^\/keys\/(upload|query|claim|device_signing\/upload|signatures\/upload)$/, []],
  ['PUT', /^\/sendToDevice\/m\.(room\.encrypted|room_key\.withheld)\/[\w~.-]+$/, []],
  ['PUT', new RegExp(`^/rooms/${escapedRoom}/send/m\\.room\\.encrypted/[\\w~.-]+$`), []],
  ['GET', new RegExp(`^/rooms/${escapedRoom}/messages$`), ['dir', 'filter', 'from', 'limit']],
  ['POST', new RegExp(`^/rooms/${escapedRoom}/receipt/m\\.read/%24[\\w-]{43}$`), []],
  ['PUT', new RegExp(`^/rooms/${escapedRoom}/typing/${encodeURIComponent(caller)}$`), []],
  ['POST', new RegExp(`^/rooms/${escapedRoom}/invite$`), []],
  ['PUT', new RegExp(`^/rooms/${escapedRoom}/redact/%24[\\w-]{43}/[\\w~.-]+$`), []],
];

function expectListed(requests: readonly Recorded[]): void {
  for (const { method, url, headers } of requests) {
    const [path = '', query = ''] = url.split('?');
    expectOurName(url, headers);
    if (method === 'POST' && path === '/_matrix/media/v3/upload') {
      expect([...new URLSearchParams(query).keys()]).toEqual(['user_id', 'device_id']);
      continue;
    }
    expect(path.startsWith(`${client}/`)).toBe(true);
    const row = upstreamPaths.find(
      ([listedMethod, pattern]) => listedMethod === method && pattern.test(path.slice(client.length)),
    );
    expect([path, row !== undefined]).toEqual([path, true]);
    const parameters = new URLSearchParams(query);
    const others = [...parameters.keys()].filter((name) => name !== 'user_id' && name !== 'device_id');
    expect(others.filter((name) => !(row?.[2] ?? []).includes(name))).toEqual([]);
    expect(new Set(others).size).toBe(others.length);
  }
}

/** Whom a request speaks for, whatever it asks. */
function expectOurName(url: string, headers: Recorded['headers']): void {
  const parameters = new URLSearchParams(url.split('?')[1] ?? '');
  expect(parameters.getAll('user_id')).toEqual([caller]);
  expect(parameters.getAll('device_id')).toEqual([device]);
  expect(headers.authorization).toBe('Bearer as-token-of-the-test');
}

/** What an open conversation's browser puts before everything. */
export const authorization = `Bearer ${bearer}`;

/** The code of a refusal. */
export const errcode = (answer: Answer) => (answer.json as { errcode?: string } | null)?.errcode;

/** One gateway for the tests of a file; before each test the session is whole and the recorder empty. */
export function useGateway() {
  let world: PublicWorld;
  let wholeSession: PublicWorld['session']['now'];
  beforeAll(async () => {
    world = await startPublicWorld();
    wholeSession = world.session.now;
  });
  afterAll(() => world.stop());
  beforeEach(() => {
    world.session.now = wholeSession;
    world.recorder.requests.length = 0;
    world.recorder.reply.now = { status: 200, body: '{"fine":true}' };
    world.seen.logs.length = 0;
  });
  const ask = (asked: Asked): Promise<Answer> =>
    world.ask({ ...asked, headers: { authorization, ...asked.headers } });
  return {
    world: () => world,
    ask,
    send: (method: string, url: string, body: unknown) => ask({ method, url, body: JSON.stringify(body) }),
    upstream: () => world.recorder.requests,
    expectOnlyWhatIsListed: () => {
      expectListed(world.recorder.requests);
    },
  };
}

/** Waits for what another process or socket does; fails after about ten seconds. */
export async function until(isSo: () => boolean): Promise<void> {
  await eventually(isSo);
  expect(isSo()).toBe(true);
}
