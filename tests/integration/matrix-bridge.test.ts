import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWorld, type World } from '../support/world.ts';
import { accessTokenOf, askAs, startMatrixService, type MatrixService } from './matrix-service.ts';

type State = { type: string; state_key: string; sender: string; content: Record<string, unknown> };

let world: World;
let service: MatrixService;
let callers = 0;

beforeAll(async () => {
  world = await startWorld();
  service = await startMatrixService(world);
  await service.ready();
}, 60_000);

afterAll(async () => {
  await service.stop();
  await world.stop();
}, 30_000);

function newCaller(): string {
  callers += 1;
  return `@1712_caller_test${callers}:${world.serverName}`;
}

async function registered(): Promise<string> {
  const caller = newCaller();
  await service.call('registrar', 'register', caller, 'DEVICE');
  return caller;
}

const host = (method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> =>
  service.call('test', 'ask', method, `/_matrix/client/v3${path}`, body);

async function stateOf(roomId: string): Promise<readonly State[]> {
  return (await host('GET', `/rooms/${encodeURIComponent(roomId)}/state`)) as State[];
}

const content = (state: readonly State[], type: string): unknown =>
  state.find((event) => event.type === type && event.state_key === '')?.content;

const membership = (state: readonly State[], person: string): unknown =>
  state.find((event) => event.type === 'm.room.member' && event.state_key === person)?.content['membership'];

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
  }, 40_000);
});

describe('a caller', () => {
  test('is registered once with one device and a neutral name, however often it is asked', async () => {
    const caller = newCaller();
    for (let time = 0; time < 2; time += 1) await service.call('registrar', 'register', caller, 'DEVICE');
    const profile = await askAs(world, caller, {
      path: `/profile/${encodeURIComponent(caller)}/displayname`,
    });
    expect(profile).toEqual({ displayname: 'Beller' });
    expect(await askAs(world, caller, { path: '/devices' })).toMatchObject({
      devices: [{ device_id: 'DEVICE' }],
    });
  });

  test('is logged out once; an unknown device is fine', async () => {
    const caller = await registered();
    for (let time = 0; time < 2; time += 1) await service.call('registrar', 'removeDevice', caller, 'DEVICE');
    expect(await askAs(world, caller, { path: '/devices' })).toEqual({ devices: [] });
  });
});

describe('a conversation room', () => {
  test('is as the design says, from its first event', async () => {
    const caller = await registered();
    const roomId = String(await service.call('creator', 'createRoom', caller, '4711'));
    const state = await stateOf(roomId);
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
    expect([membership(state, caller), membership(state, service.host)]).toEqual(['join', 'join']);
  });

  test('is made once for a caller, also when it was made just before a crash', async () => {
    const caller = await registered();
    const made = (await host('POST', '/createRoom', { invite: [caller] })) as { room_id: string };
    const roomId = await service.call('creator', 'createRoom', caller, '4712');
    expect(roomId).toBe(made.room_id);
    expect(membership(await stateOf(made.room_id), caller)).toBe('join');
    expect(await service.call('creator', 'createRoom', caller, '4712')).toBe(roomId);
  });

  test('is not somebody else’s room that a caller was invited to', async () => {
    const caller = await registered();
    const other = await registered();
    const invitation = { method: 'POST', path: '/createRoom', body: { invite: [caller] } } as const;
    const { room_id: foreign } = (await askAs(world, other, invitation)) as { room_id: string };
    expect(await service.call('creator', 'createRoom', caller, '4713')).not.toBe(foreign);
  });

  test('invites, removes and empties as often as it is asked, with one sentence', async () => {
    const caller = await registered();
    const roomId = String(await service.call('creator', 'createRoom', caller, '4714'));
    const [one, two] = world.people.map((person) => person.userId);
    for (const person of [one, one, two]) await service.call('inviter', 'invite', roomId, person);
    await service.call('inviter', 'invite', roomId, caller);
    expect(membership(await stateOf(roomId), String(one))).toBe('invite');
    for (let time = 0; time < 2; time += 1) {
      await service.call('remover', 'remove', roomId, one, 'Ingetrokken.');
    }
    expect(membership(await stateOf(roomId), String(one))).toBe('leave');
    await service.call('remover', 'remove', roomId, `@nobody:${world.serverName}`, 'Ingetrokken.');
    for (let time = 0; time < 2; time += 1) {
      await service.call('remover', 'removeAll', roomId, 'Gesprek afgerond. Dank je wel.');
    }
    const members = (await stateOf(roomId)).filter((event) => event.type === 'm.room.member');
    const left = members.filter((event) => event.content['membership'] !== 'leave');
    expect(left.map((event) => event.state_key)).toEqual([service.host]);
    const removed = members.find((event) => event.state_key === caller);
    expect(removed?.content['reason']).toBe('Gesprek afgerond. Dank je wel.');
  });

  test('that does not exist is refused by a code', async () => {
    const wrong = service.call('inviter', 'invite', '!nowhere', world.people[0]?.userId);
    await expect(wrong).rejects.toThrow(/^M_(?:FORBIDDEN|NOT_FOUND|UNKNOWN)$/);
  });
});

describe('what is known of counsellors and of the homeserver', () => {
  test('tells how long devices were not seen, and nothing of people elsewhere', async () => {
    const [person] = world.people;
    if (person === undefined) throw new Error('nobody');
    expect(await service.call('presence', 'unseenForMs', person.userId)).toBeNull(); // Infinity, as JSON
    const token = await accessTokenOf(world, person.name);
    await fetch(`${world.homeserverUrl}/_matrix/client/v3/sync?timeout=0`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const answered = await seenSoon(person.userId);
    expect(answered).toBeLessThan(60_000);
    expect(await service.call('presence', 'unseenForMs', '@rosa:elsewhere.example')).toBeNull();
  }, 30_000);

  test('says of somebody without keys that there is no identity', async () => {
    const look = await service.call('identities', 'look', world.people[1]?.userId);
    expect(look).toEqual({ masterKey: null, signedDevices: 0 });
  });

  test('tells within seconds that the homeserver is away, and that it is back', async () => {
    expect(await service.call('health', 'isAnswering')).toBe(true);
    await world.kill('synapse');
    const begin = Date.now();
    expect(await service.call('health', 'isAnswering')).toBe(false);
    expect(Date.now() - begin).toBeLessThan(3_000);
    await expect(service.call('registrar', 'register', newCaller(), 'D')).rejects.toThrow('unreachable');
    await world.restart('synapse');
    expect(await service.call('health', 'isAnswering')).toBe(true);
    const caller = await registered();
    expect(await service.call('creator', 'createRoom', caller, '4715')).toMatch(/^!/);
  }, 60_000);

  test('prints nothing but what is reported, and of that only codes', () => {
    expect(service.strayOutput).toEqual([]);
    const reported = service.lines.filter((line) => line['library'] !== undefined);
    expect(JSON.stringify(reported)).not.toMatch(/[@!$]\S+:|Bearer|ed25519/);
  });
});

/** The homeserver writes down when it saw a device every few seconds. */
async function seenSoon(userId: string): Promise<number> {
  const limit = Date.now() + 20_000;
  for (;;) {
    const answer = await service.call('presence', 'unseenForMs', userId);
    if (typeof answer === 'number' || Date.now() > limit) return Number(answer);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
