import { beforeEach, describe, expect, test } from '@jest/globals';
import { must, userId } from '../../support/parsed.ts';
import { client, crossKey, olm, own, stranger } from './gateway-samples.ts';
import { errcode, useGateway } from './gateway-scene.ts';
import { counsellor } from './public-world.ts';

const { world, ask, send, upstream, expectOnlyWhatIsListed } = useGateway();

const colleague = '@bram:localhost';
const reader = '@dina:localhost';
const upload = '/_matrix/media/v3/upload';
const bundle = Buffer.from([0, 255, 34, 123, 7]);

/** Who is to come, and who has come. */
function company(invitee: string | null, readers: readonly string[] = []): void {
  const session = must(world().session.now, 'the session');
  const people = { invitee: invitee === null ? null : userId(invitee), readers: readers.map(userId) };
  world().session.now = { ...session, ...people };
}

describe('while a colleague is to be invited,', () => {
  beforeEach(() => {
    company(colleague, [reader]);
  });

  test('the browser invites that one', async () => {
    const answer = await send('POST', `${own}/invite`, { user_id: colleague });
    expect(answer.status).toBe(200);
    expect(upstream().map(({ body }) => body)).toEqual([JSON.stringify({ user_id: colleague })]);
    expectOnlyWhatIsListed();
  });

  test.each([stranger, counsellor, reader, '@1712:localhost', '*'])(
    'it does not invite %s',
    async (person) => {
      expect(errcode(await send('POST', `${own}/invite`, { user_id: person }))).toBe('M_FORBIDDEN');
      expect(upstream()).toEqual([]);
    },
  );

  test('it gives no reason, which would be text in clear', async () => {
    const answer = await send('POST', `${own}/invite`, { user_id: colleague, reason: 'kom maar' });
    expect(errcode(answer)).toBe('M_BAD_JSON');
    expect(upstream()).toEqual([]);
  });

  test('it uploads the ciphertext as it is, with its length and without a name', async () => {
    const answer = await ask({ method: 'POST', url: `${upload}?filename=geheim`, body: bundle });
    expect(answer.status).toBe(200);
    const [sent] = upstream();
    expect(Buffer.from(sent?.bytes ?? []).equals(bundle)).toBe(true);
    expect(sent?.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(bundle.length),
    });
    expectOnlyWhatIsListed();
  });

  test('it uploads nothing larger than 64 kB', async () => {
    const answer = await ask({ method: 'POST', url: upload, body: Buffer.alloc(65_537) });
    expect(errcode(answer)).toBe('M_TOO_LARGE');
    expect(upstream()).toEqual([]);
  });

  test('it uploads a few times only', async () => {
    const bearer = 'u'.repeat(43);
    world().addBearer(bearer);
    const headers = { authorization: `Bearer ${bearer}` };
    const codes: (string | undefined)[] = [];
    for (let time = 0; time < 9; time += 1) {
      codes.push(errcode(await ask({ method: 'POST', url: upload, headers, body: bundle })));
    }
    expect(codes).toEqual([...Array<undefined>(8).fill(undefined), 'M_LIMIT_EXCEEDED']);
  });

  test.each([colleague, reader])('it shares keys with %s', async (person) => {
    const answers = [
      await send('POST', `${client}/keys/query`, { device_keys: { [person]: [] } }),
      await send('POST', `${client}/keys/claim`, {
        one_time_keys: { [person]: { DEV: 'signed_curve25519' } },
      }),
      await send('PUT', `${client}/sendToDevice/m.room.encrypted/t`, {
        messages: { [person]: { DEV: olm } },
      }),
      await send('POST', `${client}/keys/signatures/upload`, { [person]: { k: crossKey('master', person) } }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });
});

describe('while nobody is to be invited,', () => {
  beforeEach(() => {
    company(null, [reader]);
  });

  test('the browser invites nobody', async () => {
    expect(errcode(await send('POST', `${own}/invite`, { user_id: colleague }))).toBe('M_FORBIDDEN');
    expect(upstream()).toEqual([]);
  });

  test('it uploads nothing', async () => {
    const answer = await ask({ method: 'POST', url: upload, body: bundle });
    expect(errcode(answer)).toBe('M_FORBIDDEN');
    expect(upstream()).toEqual([]);
  });

  test('it knows no colleague who has not come', async () => {
    const answer = await send('POST', `${client}/keys/query`, { device_keys: { [colleague]: [] } });
    expect(errcode(answer)).toBe('M_FORBIDDEN');
  });
});
