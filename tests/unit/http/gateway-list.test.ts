import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../../scripts/test/campaign.ts';
import {
  client,
  crossKey,
  foreignRoom,
  identity,
  listed,
  message,
  own,
  stranger,
} from './gateway-samples.ts';
import { errcode, escapedRoom, useGateway } from './gateway-scene.ts';
import { caller, event, room } from './public-world.ts';

const { ask, send, upstream, expectOnlyWhatIsListed } = useGateway();

describe('what is on the list', () => {
  test.each(listed.map((each) => [each.method, each.url.replace(escapedRoom, 'ROOM'), each] as const))(
    'lets %s %s through in the name of the caller, once',
    async (_method, _url, { method, url, body }) => {
      const answer = await ask({
        method,
        url,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      expect([answer.status, answer.text]).toEqual([200, '{"fine":true}']);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(upstream().map((each) => each.method)).toEqual([method]);
      expect(upstream()[0]?.body).toBe(body === undefined ? '' : JSON.stringify(body));
      expectOnlyWhatIsListed();
    },
  );

  test('takes room, person and event in plain spelling as well', async () => {
    const urls = [
      `${client}/rooms/${room}/typing/${caller}`,
      `${client}/rooms/${room}/typing/@1712_caller_a1%3Alocalhost`,
    ];
    for (const url of urls) expect((await send('PUT', url, { typing: false })).status).toBe(200);
    expectOnlyWhatIsListed();
  });

  test('writes filter, presence and the longest wait of a sync itself', async () => {
    await ask({ url: `${client}/sync?timeout=999999999` });
    const query = new URL(upstream()[0]?.url ?? '', 'http://x').searchParams;
    expect(query.get('timeout')).toBe('30000');
    expect(query.get('set_presence')).toBe('offline');
    expect(JSON.parse(query.get('filter') ?? '')).toMatchObject({
      room: { rooms: [room] },
      presence: { types: [] },
    });
  });

  test('hands on nothing of the browser: headers, address, cookies', async () => {
    const headers = {
      'x-forwarded-for': '203.0.113.77',
      cookie: 'a=b',
      'user-agent': 'marker',
      'accept-encoding': 'br',
    };
    await ask({ method: 'POST', url: `${client}/keys/query`, headers, body: '{"device_keys":{}}' });
    expect(Object.keys(upstream()[0]?.headers ?? {}).sort()).toEqual(
      ['authorization', 'connection', 'content-length', 'content-type', 'host'].sort(),
    );
  });

  test('drops unknown fields in clear from an encrypted message', async () => {
    await send('PUT', `${own}/send/m.room.encrypted/t`, { ...message, body: 'in clear', 'm.mentions': {} });
    expect(JSON.parse(upstream()[0]?.body ?? '')).toEqual(message);
  });

  test('lets a relation through in its closed shape only', async () => {
    const reply = { ...message, 'm.relates_to': { 'm.in_reply_to': { event_id: event } } };
    const told = { ...message, 'm.relates_to': { 'm.in_reply_to': { event_id: event }, note: 'in clear' } };
    expect((await send('PUT', `${own}/send/m.room.encrypted/t`, reply)).status).toBe(200);
    expect((await send('PUT', `${own}/send/m.room.encrypted/t`, told)).status).toBe(400);
    expect(upstream()).toHaveLength(1);
  });

  test('lets the same cross-signing keys through again, and other ones never', async () => {
    const other = { ...identity, master_key: { ...crossKey('master'), keys: { 'ed25519:x': 'x' } } };
    expect((await send('POST', `${client}/keys/device_signing/upload`, identity)).status).toBe(200);
    expect((await send('POST', `${client}/keys/device_signing/upload`, identity)).status).toBe(200);
    expect(errcode(await send('POST', `${client}/keys/device_signing/upload`, other))).toBe('M_FORBIDDEN');
    expect(upstream()).toHaveLength(2);
  });
});

describe('what is not on the list', () => {
  const refused: readonly (readonly [string, string, number])[] = [
    ['GET', `${client}/keys/upload`, 404],
    ['DELETE', `${own}/send/m.room.encrypted/t`, 404],
    ['PUT', `${own}/send/m.room.message/t`, 404],
    ['PUT', `${own}/state/m.room.name`, 404],
    ['PUT', `${own}/send/m.reaction/t`, 404],
    ['POST', `${own}/invite?via=x`, 400],
    ['GET', `${own}/invite`, 404],
    ['POST', `${own}/leave`, 404],
    ['GET', `${own}/state`, 404],
    ['GET', `${client}/joined_rooms`, 404],
    ['POST', `${client}/createRoom`, 404],
    ['GET', `${client}/profile/${caller}`, 404],
    ['POST', `${client}/logout`, 404],
    ['GET', '/_matrix/client/v1/media/download/localhost/x', 404],
    ['POST', '/_matrix/media/v3/upload', 403],
    ['POST', '/_matrix/media/v3/upload?user_id=x', 400],
    ['POST', '/_matrix/media/v3/create', 404],
    ['GET', '/_matrix/media/v3/download/localhost/x', 404],
    ['GET', '/_matrix/client/versions', 404],
    ['PUT', '/_matrix/app/v1/transactions/1', 404],
    ['GET', '/_synapse/admin/v1/server_version', 404],
    ['PUT', `${client}/sendToDevice/m.room_key_request/t`, 404],
    ['PUT', `${client}/sendToDevice/m.room_key/t`, 404],
    ['GET', `${client}/rooms/${foreignRoom}/messages?dir=b`, 403],
    ['PUT', `${client}/rooms/${foreignRoom}/send/m.room.encrypted/t`, 403],
    ['PUT', `${own}/typing/${encodeURIComponent(stranger)}`, 403],
    ['GET', `${client}/sync?filter=0`, 400],
    ['GET', `${client}/sync?set_presence=online`, 400],
    ['GET', `${client}/sync?full_state=true`, 400],
    ['GET', `${client}/sync?user_id=${encodeURIComponent(stranger)}`, 400],
    ['GET', `${client}/sync?device_id=OTHER`, 400],
    ['GET', `${client}/sync?access_token=x`, 400],
    ['GET', `${client}/sync?timeout=1&timeout=2`, 400],
    ['GET', `${client}/sync?timeout=-1`, 400],
    ['GET', `${client}/sync?timeout=1e9`, 400],
    ['GET', `${client}/sync?since=%26user_id%3D${stranger}`, 400],
    ['GET', `${client}/sync?since=a&&timeout=1`, 400],
    ['GET', `${client}/sync?`, 400],
    ['GET', `${own}/messages?dir=f`, 400],
    ['GET', `${own}/messages`, 400],
    ['POST', `${client}/keys/query?user_id=x`, 400],
  ];
  test.each(
    refused.map(
      ([method, url, status]) =>
        [status, `${method} ${url.replace(escapedRoom, 'ROOM')}`, { method, url }] as const,
    ),
  )('answers %i to %s', async (status, _shown, { method, url }) => {
    const answer = await ask({
      method,
      url,
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
    });
    expect(answer.status).toBe(status);
    expect(typeof errcode(answer)).toBe('string');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(upstream()).toEqual([]);
  });

  const spellings = [
    `${client}//sync`,
    `/${client}/sync`,
    `${client}/sync/`,
    `${client}/./sync`,
    `${client}/x/../sync`,
    `${client}/%2e%2e/v3/sync`,
    `${client}/%73ync`,
    `${client}/sync%00`,
    `${client}/sync%2F`,
    `${client}/sync;x=1`,
    `${client}/Sync`,
    `/_MATRIX/client/v3/sync`,
    `/%5Fmatrix/client/v3/sync`,
    `${client}/sync#x`,
    `${client}\\sync`,
    `${client}/rooms/%2521${room.slice(1)}/messages?dir=b`,
    `${client}/rooms/${room}%2F..%2F${foreignRoom}/messages?dir=b`,
    `${client}/rooms/${room}/../${foreignRoom}/messages?dir=b`,
    `${own}/typing/%40${caller.slice(1).replace(':', '%3a')}`,
    `${own}/redact/${event}/..`,
    `${own}/redact/${event}/.`,
    `${own}/redact/${event}/a%2Fb`,
    `${own}/redact/../send`,
    `${own}/receipt/m.read/${event}/`,
    `${own}/receipt/m.read.private/${event}`,
    `http://127.0.0.1${client}/sync`,
    '*',
  ];
  test.each(spellings)('refuses the spelling %s', async (url) => {
    for (const method of ['GET', 'PUT', 'POST']) {
      const answer = await ask({ method, url }).catch(() => undefined);
      expect(answer === undefined || answer.status >= 400).toBe(true);
    }
    expect(upstream()).toEqual([]);
  });

  test('sends nothing on that is not exactly on the list, whatever method, path, encoding or query comes', async () => {
    const bits = [
      '',
      '/',
      '//',
      '..',
      '.',
      '%2e',
      '%2F',
      '%2f',
      '%25',
      ';',
      ':',
      '%3A',
      '%3a',
      '!',
      '~',
      '?',
      '&',
      '=',
      'user_id=@eve:localhost',
      'device_id=X',
      'v3',
      'rooms',
      'A',
      '%00',
      '\\',
      '@',
      '#',
      '*',
      foreignRoom,
      stranger,
    ];
    const mangled = fc.record({
      method: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS') },
      ),
      base: fc.constantFrom(...listed),
      cuts: fc.array(fc.record({ at: fc.nat(200), take: fc.nat(3), put: fc.constantFrom(...bits) }), {
        maxLength: 3,
      }),
    });
    await fc.assert(
      fc.asyncProperty(mangled, async ({ method, base, cuts }) => {
        const url = cuts.reduce((text, { at, take, put }) => {
          const place = at % (text.length + 1);
          return `${text.slice(0, place)}${put}${text.slice(place + take)}`;
        }, base.url);
        const chosen = method ?? base.method;
        const body = chosen === 'GET' || chosen === 'HEAD' ? {} : { body: JSON.stringify(base.body ?? {}) };
        await ask({ method: chosen, url: url.startsWith('/') ? url : `/${url}`, ...body }).catch(
          () => undefined,
        );
        expectOnlyWhatIsListed();
        upstream().length = 0;
      }),
      runs(400),
    );
  });

  test('matches a fresh path of random parts never', async () => {
    const part = fc.oneof(
      fc.constantFrom('_matrix', 'client', 'v3', 'sync', 'keys', 'rooms', room, 'admin'),
      fc.webSegment(),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 7 }), async (parts) => {
        const answer = await ask({ url: `/_matrix/${parts.join('/')}` }).catch(() => undefined);
        expect(answer?.status).not.toBe(500);
        expectOnlyWhatIsListed();
        upstream().length = 0;
      }),
      runs(),
    );
  });
});
