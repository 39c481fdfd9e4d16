import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { homeserverContract } from '../ports/homeserver-contract.ts';
import { registered, type HomeserverWorld } from '../ports/homeserver-world.ts';
import { caseNumber } from '../support/parsed.ts';
import { startWorld, type World } from '../support/world.ts';
import { matrixHomeserverWorld } from './matrix-homeserver-world.ts';
import { askAs, startMatrixService, type MatrixService } from './matrix-service.ts';

jest.setTimeout(60_000);

type State = { type: string; state_key: string; sender: string; content: Record<string, unknown> };

let world: World;
let service: MatrixService;
let homeserver: HomeserverWorld;

beforeAll(async () => {
  world = await startWorld();
  service = await startMatrixService(world);
  await service.ready();
  homeserver = matrixHomeserverWorld(world, () => service);
}, 120_000);

afterAll(async () => {
  await service.stop();
  await world.stop();
}, 60_000);

const host = (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> =>
  service.call('test', 'ask', method, `/_matrix/client/v3${path}`, body);

async function stateOf(roomId: string): Promise<readonly State[]> {
  return (await host('GET', `/rooms/${encodeURIComponent(roomId)}/state`)) as State[];
}

const content = (state: readonly State[], type: string): unknown =>
  state.find((event) => event.type === type && event.state_key === '')?.content;

function deliver(body: string, headers: Record<string, string>, transactionId = 'forged'): Promise<Response> {
  return fetch(`http://127.0.0.1:${world.privatePort}/_matrix/app/v1/transactions/${transactionId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

async function takenIds(): Promise<readonly string[]> {
  const taken = (await service.call('test', 'taken')) as { transactionId: string }[];
  return taken.map((each) => each.transactionId);
}

type Forgery = {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly expected: readonly [status: number, errcode: string];
};

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });

describe('the private listener', () => {
  const right = (): Record<string, string> => bearer(world.hsToken);

  const refusals: readonly [string, () => Forgery][] = [
    ['without token', () => ({ headers: {}, expected: [401, 'M_MISSING_TOKEN'] })],
    ['with a wrong token', () => ({ headers: bearer('x'), expected: [403, 'M_FORBIDDEN'] })],
    ['with our own token', () => ({ headers: bearer(world.asToken), expected: [403, 'M_FORBIDDEN'] })],
    ['that is no JSON', () => ({ body: '{"events":[', expected: [400, 'M_NOT_JSON'] })],
    ['without events', () => ({ body: '{}', expected: [400, 'M_BAD_JSON'] })],
    ['whose events are no list', () => ({ body: '{"events":{}}', expected: [400, 'M_BAD_JSON'] })],
    ['that is a list', () => ({ body: '[]', expected: [400, 'M_BAD_JSON'] })],
    [
      'of eleven megabytes',
      () => ({ body: `{"events":["${'x'.repeat(11_000_000)}"]}`, expected: [413, 'M_TOO_LARGE'] }),
    ],
    [
      'that is compressed',
      () => ({ headers: { ...right(), 'content-encoding': 'gzip' }, expected: [415, 'M_NOT_JSON'] }),
    ],
  ];

  test.each(refusals)('refuses a transaction %s and changes nothing', async (_what, make) => {
    const { body = '{"events":[]}', headers = right(), expected } = make();
    const answer = await deliver(body, headers);
    expect([answer.status, await answer.json()]).toEqual([
      expected[0],
      { errcode: expected[1], error: expect.any(String) },
    ]);
    expect(await takenIds()).not.toContain('forged');
  });

  test('takes a transaction with the right token, whatever its events are', async () => {
    const answer = await deliver('{"events":[null,7,{"type":"x"}],"ephemeral":[]}', right(), 'genuine');
    expect([answer.status, await answer.json()]).toEqual([200, {}]);
    expect(await takenIds()).toContain('genuine');
  });

  test('carries other routes of the service, and refuses the rest in Matrix’s shape', async () => {
    const url = `http://127.0.0.1:${world.privatePort}`;
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ healthy: true });
    const unknown = await fetch(`${url}/_matrix/app/v1/thirdparty/protocol/x`, { headers: right() });
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { errcode: 'M_UNRECOGNIZED' }]);
    const elsewhere = await fetch(`${url}/anything`);
    expect(elsewhere.status).toBe(404);
  });

  test('knows no user whom it did not make, and answers the ping', async () => {
    const url = `http://127.0.0.1:${world.privatePort}/_matrix/app/v1`;
    const nobody = encodeURIComponent(`@1712_caller_nobody:${world.serverName}`);
    const user = await fetch(`${url}/users/${nobody}`, { headers: right() });
    expect(user.status).toBe(404);
    expect((await fetch(`${url}/users/${nobody}`)).status).toBe(401);
    const ping = await fetch(`${url}/ping`, { method: 'POST', headers: right() });
    expect(ping.status).toBe(200);
    expect((await fetch(`${url}/ping`, { method: 'POST' })).status).toBe(401);
  });

  test('gets again, soon, what it could not take', async () => {
    await service.call('test', 'failReceiving', true);
    const { room_id: roomId } = (await host('POST', '/createRoom', { name: 'later' })) as { room_id: string };
    await service.waitFor('refusal', (line) => line['refused'] === true);
    await service.call('test', 'failReceiving', false);
    await service.waitFor(
      'event',
      (line) => (line['rooms'] as string[] | undefined)?.includes(roomId) === true,
    );
    expect(
      service.lines.filter((line) => (line['rooms'] as string[] | undefined)?.includes(roomId)),
    ).not.toEqual([]);
  });

  test('gets at its start what happened while it was down', async () => {
    await service.stop();
    const made = await askAs(world, service.host, { method: 'POST', path: '/createRoom', body: {} });
    const { room_id: roomId } = made as { room_id: string };
    service = await startMatrixService(world);
    const seen = await service.waitFor(
      'event',
      (line) => (line['rooms'] as string[] | undefined)?.includes(roomId) === true,
    );
    expect(seen['rooms']).toContain(roomId);
    await service.ready();
  }, 120_000);
});

describe('a conversation room', () => {
  test('is as the design says, from its first event', async () => {
    const caller = await registered(homeserver);
    const state = await stateOf(await homeserver.rooms.createRoom(caller, caseNumber('4711')));
    expect(content(state, 'm.room.create')).toMatchObject({ room_version: '12', 'm.federate': false });
    expect(content(state, 'm.room.encryption')).toEqual({ algorithm: 'm.megolm.v1.aes-sha2' });
    expect(content(state, 'm.room.history_visibility')).toEqual({ history_visibility: 'shared' });
    expect(content(state, 'm.room.join_rules')).toEqual({ join_rule: 'invite' });
    expect(content(state, 'm.room.guest_access')).toEqual({ guest_access: 'forbidden' });
    expect(content(state, 'm.room.name')).toEqual({ name: 'Gesprek 4711' });
    expect(content(state, 'm.room.power_levels')).toEqual({
      users: { [caller]: 50 },
      users_default: 0,
      events: { 'm.room.encrypted': 0, 'm.room.redaction': 0 },
      events_default: 100,
      state_default: 100,
      invite: 50,
      kick: 100,
      ban: 100,
      redact: 100,
      historical: 100,
    });
  });
});

homeserverContract(() => homeserver);

describe('the service', () => {
  test('prints nothing but what is reported, and of that only codes', () => {
    expect(service.strayOutput).toEqual([]);
    const reported = service.lines.filter((line) => line['library'] !== undefined);
    expect(JSON.stringify(reported)).not.toMatch(/[@!$]\S+:|Bearer|ed25519/);
  });
});
