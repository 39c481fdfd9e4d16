import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { runs } from '../../../scripts/test/campaign.ts';
import {
  client,
  crossKey,
  deviceKeys,
  foreignRoom,
  identity,
  listed,
  message,
  olm,
  own,
  stranger,
  withheld,
} from './gateway-samples.ts';
import { authorization, errcode, useGateway } from './gateway-scene.ts';
import { caller, counsellor, event, hostUserId } from './public-world.ts';

const { world, ask, send, upstream, expectOnlyWhatIsListed } = useGateway();

describe('bodies', () => {
  const people = [hostUserId, stranger, '@1712_desk:localhost', '@1712_caller_b2:localhost', '*'];
  const bad: readonly (readonly [string, string, string, unknown, number])[] = [
    ...people.flatMap((person) => [
      [
        'asks for keys of somebody else',
        'POST',
        `${client}/keys/query`,
        { device_keys: { [person]: [] } },
        403,
      ] as const,
      [
        'claims keys of somebody else',
        'POST',
        `${client}/keys/claim`,
        { one_time_keys: { [person]: { D: 'signed_curve25519' } } },
        403,
      ] as const,
      [
        'sends to devices of somebody else',
        'PUT',
        `${client}/sendToDevice/m.room.encrypted/t`,
        { messages: { [person]: { D: olm } } },
        403,
      ] as const,
      [
        'signs somebody else',
        'POST',
        `${client}/keys/signatures/upload`,
        { [person]: { k: crossKey('master', person) } },
        403,
      ] as const,
    ]),
    [
      'sends to all devices',
      'PUT',
      `${client}/sendToDevice/m.room.encrypted/t`,
      { messages: { [counsellor]: { '*': olm } } },
      400,
    ],
    [
      'sends a plain to-device message',
      'PUT',
      `${client}/sendToDevice/m.room.encrypted/t`,
      { messages: { [counsellor]: { D: { body: 'plain' } } } },
      400,
    ],
    [
      'withholds a key of another room',
      'PUT',
      `${client}/sendToDevice/m.room_key.withheld/t`,
      { messages: { [counsellor]: { D: { ...withheld, room_id: foreignRoom } } } },
      403,
    ],
    [
      'withholds a key of another device',
      'PUT',
      `${client}/sendToDevice/m.room_key.withheld/t`,
      { messages: { [counsellor]: { D: { ...withheld, from_device: 'X' } } } },
      403,
    ],
    [
      'uploads keys of another person',
      'POST',
      `${client}/keys/upload`,
      { device_keys: { ...deviceKeys, user_id: counsellor } },
      403,
    ],
    [
      'uploads keys of another device',
      'POST',
      `${client}/keys/upload`,
      { device_keys: { ...deviceKeys, device_id: 'OTHER' } },
      403,
    ],
    [
      'uploads keys it does not know',
      'POST',
      `${client}/keys/upload`,
      { one_time_keys: { 'curve25519:A': 'x' } },
      400,
    ],
    [
      'uploads an identity of another person',
      'POST',
      `${client}/keys/device_signing/upload`,
      { ...identity, master_key: crossKey('master', counsellor) },
      403,
    ],
    [
      'uploads half an identity',
      'POST',
      `${client}/keys/device_signing/upload`,
      { master_key: crossKey('master') },
      400,
    ],
    [
      'uploads keys in each other’s place',
      'POST',
      `${client}/keys/device_signing/upload`,
      { ...identity, master_key: crossKey('self_signing') },
      403,
    ],
    [
      'signs a device of the counsellor',
      'POST',
      `${client}/keys/signatures/upload`,
      { [counsellor]: { D: { ...deviceKeys, user_id: counsellor } } },
      403,
    ],
    [
      'signs the counsellor’s self-signing key',
      'POST',
      `${client}/keys/signatures/upload`,
      { [counsellor]: { k: crossKey('self_signing', counsellor) } },
      403,
    ],
    [
      'sends a plain message as encrypted',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { msgtype: 'm.text', body: 'plain' },
      400,
    ],
    [
      'sends an empty ciphertext',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { ...message, ciphertext: '' },
      400,
    ],
    [
      'sends text as ciphertext',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { ...message, ciphertext: 'Hello, I am here' },
      400,
    ],
    [
      'sends with another algorithm',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { ...message, algorithm: 'm.olm.v1.curve25519-aes-sha2' },
      400,
    ],
    [
      'sends as another device',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { ...message, device_id: 'OTHER' },
      403,
    ],
    [
      'sends a message that is too long',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { ...message, ciphertext: 'A'.repeat(22_401) },
      413,
    ],
    [
      'sends a huge message',
      'PUT',
      `${own}/send/m.room.encrypted/t`,
      { ...message, ciphertext: 'A'.repeat(40_000) },
      413,
    ],
    ['types for ever', 'PUT', `${own}/typing/${caller}`, { typing: true, timeout: 1e9 }, 400],
    ['types by a word', 'PUT', `${own}/typing/${caller}`, { typing: 'yes' }, 400],
    ['removes with a reason', 'PUT', `${own}/redact/${event}/t`, { reason: 'in clear' }, 400],
    ['marks as read with more', 'POST', `${own}/receipt/m.read/${event}`, { note: 'x' }, 400],
    ['sends a list', 'POST', `${client}/keys/query`, [], 400],
    ['sends null', 'POST', `${client}/keys/query`, null, 400],
  ];
  test.each(bad.map(([what, method, url, body, status]) => [what, status, { method, url, body }] as const))(
    'refuses whoever %s with %i',
    async (_what, status, { method, url, body }) => {
      const answer = await send(method, url, body);
      expect(answer.status).toBe(status);
      expect(upstream()).toEqual([]);
      expect(JSON.stringify(world().seen.logs)).not.toMatch(/@|!|\$|matrix/);
    },
  );

  test('knows nobody but the caller before somebody has taken the conversation', async () => {
    const whole = world().session.now;
    world().session.now = whole === undefined ? undefined : { ...whole, counsellor: null };
    const answer = await send('POST', `${client}/keys/query`, { device_keys: { [counsellor]: [] } });
    expect(errcode(answer)).toBe('M_FORBIDDEN');
    expect(upstream()).toEqual([]);
  });

  const raw: readonly (readonly [string, string | Buffer, string])[] = [
    ['is no JSON', '{"device_keys":', 'M_NOT_JSON'],
    ['is not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'M_NOT_JSON'],
    ['has a key twice', `{"device_keys":{},"device_keys":{"${stranger}":[]}}`, 'M_BAD_JSON'],
    [
      'has a key twice in other spelling',
      `{"device_keys":{},"device\\u005fkeys":{"${stranger}":[]}}`,
      'M_BAD_JSON',
    ],
    ['has the key __proto__', `{"device_keys":{},"__proto__":{"x":1}}`, 'M_BAD_JSON'],
    ['is nested deeply', `{"device_keys":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 'M_BAD_JSON'],
    ['is longer than allowed', `{"device_keys":{}${' '.repeat(20_000)}}`, 'M_TOO_LARGE'],
  ];
  test.each(raw)('refuses a body that %s', async (_what, body, code) => {
    const answer = await ask({ method: 'POST', url: `${client}/keys/query`, body });
    expect(errcode(answer)).toBe(code);
    expect(upstream()).toEqual([]);
  });

  test('refuses a body that comes in pieces without end', async () => {
    const outgoing = httpRequest({
      host: '127.0.0.1',
      port: world().port,
      method: 'POST',
      path: `${client}/keys/query`,
      headers: { authorization },
      agent: false,
    });
    outgoing.on('error', () => undefined);
    outgoing.write('{"device_keys":{}');
    for (let piece = 0; piece < 20; piece += 1) outgoing.write(' '.repeat(1_000));
    const [response] = (await once(outgoing, 'response')) as [{ statusCode: number }];
    outgoing.destroy();
    expect(response.statusCode).toBe(413);
    expect(upstream()).toEqual([]);
  });

  test('refuses a body where none belongs, and a compressed one', async () => {
    expect(
      errcode(await ask({ url: `${client}/sync`, headers: { 'content-length': '2' }, body: '{}' })),
    ).toBe('M_BAD_JSON');
    const headers = { 'content-encoding': 'gzip' };
    expect(errcode(await ask({ method: 'POST', url: `${client}/keys/query`, headers, body: '{}' }))).toBe(
      'M_NOT_JSON',
    );
    expect(upstream()).toEqual([]);
  });

  test('survives any bytes as a body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...listed.filter((each) => each.body !== undefined)),
        fc.oneof(fc.json(), fc.string()),
        async ({ method, url }, body) => {
          const bearer = randomBytes(32).toString('base64url');
          world().addBearer(bearer);
          const headers = { authorization: `Bearer ${bearer}` };
          const answer = await ask({ method, url, headers, body });
          expect([200, 400, 403]).toContain(answer.status);
          expectOnlyWhatIsListed();
          upstream().length = 0;
        },
      ),
      runs(150),
    );
  });
});
