import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { client } from './gateway-samples.ts';
import { authorization, json, start } from './public-scene.ts';
import { bearer, counsellor, startPublicWorld, type Answer, type PublicWorld } from './public-world.ts';

/** Starts of one address in a minute here; all that is counted by starts follows from it. */
const startsPerMinute = 20;

let world: PublicWorld;

beforeAll(async () => {
  world = await startPublicWorld({
    limits: { startsPerMinutePerAddress: startsPerMinute },
    trustedProxies: ['127.0.0.1'],
  });
});

afterAll(() => world.stop());

/** Who asks, by what a proxy says of them. */
type From = { readonly 'x-forwarded-for': string; readonly authorization?: string };
const at = (address: string): From => ({ 'x-forwarded-for': address });

const post = (url: string, from: From, body: unknown) =>
  world.ask({
    method: 'POST',
    url,
    headers: { ...json, ...from },
    body: JSON.stringify(body),
  });
const startFrom = (address: string) => post('/api/conversations', at(address), start);

const repeat = async (count: number, act: (index: number) => Promise<Answer>): Promise<readonly Answer[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));
const accepted = (answers: readonly Answer[]) => answers.filter(({ status }) => status < 300).length;

/** Every refusal says that there was too much, and when to come back (S27). */
const saysWhen = ({ status, headers, json: body }: Answer): boolean =>
  status === 429 && Number(headers['retry-after']) > 0 && JSON.stringify(body).includes('retry_after_ms');

describe('a flood of a thousand starts (S27)', () => {
  test('of one address that changes within its /64 is held, while everybody else starts', async () => {
    const others: Promise<Answer>[] = [];
    const flood = await repeat(1_000, (index) => {
      if (index % 25 === 0) others.push(startFrom(`2001:db8:0:${String(index + 1)}::1`));
      return startFrom(`2001:db8:ffff:1::${index.toString(16)}`);
    });
    expect(accepted(flood)).toBe(startsPerMinute);
    expect(flood.filter(saysWhen)).toHaveLength(1_000 - startsPerMinute);
    expect(accepted(await Promise.all(others))).toBe(40);
  });

  test('leaves the flooded address its running conversation and its way out', async () => {
    const flooded = '203.0.113.9';
    await repeat(startsPerMinute + 1, () => startFrom(flooded));
    const view = await world.ask({
      url: '/api/conversations/current',
      headers: { authorization, 'x-forwarded-for': flooded },
    });
    expect(view.status).toBe(200);
    await post('/api/conversations/leave', at(flooded), { requestSecret: bearer });
    expect(world.seen.ends).toEqual(['exit']);
  });
});

describe('what else costs more than an answer', () => {
  test('resumes of one address are held as its starts are', async () => {
    const body = { requestSecret: 's'.repeat(43) };
    const answers = await repeat(startsPerMinute + 5, () =>
      post('/api/conversations/resume', at('203.0.113.20'), body),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(startsPerMinute);
    expect(answers.filter(saysWhen)).toHaveLength(5);
  });

  test('quick exits of one address beyond its starts are answered alike, and write nothing', async () => {
    const answers = await repeat(startsPerMinute + 5, () =>
      post('/api/conversations/leave', at('203.0.113.21'), { requestSecret: 'u'.repeat(43) }),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect(world.seen.exitsThatCameFirst).toHaveLength(startsPerMinute);
  });

  test('quick exits that somebody else behind the address has used up keep nobody in a conversation', async () => {
    await repeat(startsPerMinute + 5, () =>
      post('/api/conversations/leave', at('203.0.113.24'), { requestSecret: 'u'.repeat(43) }),
    );
    world.seen.ends.length = 0;
    await post('/api/conversations/leave', at('203.0.113.24'), { requestSecret: bearer });
    expect(world.seen.ends).toEqual(['exit']);
  });

  test('feedback of one address is held at three for each of its starts', async () => {
    const answers = await repeat(startsPerMinute * 3 + 5, () =>
      world.ask({ url: '/api/feedback/key', headers: { 'x-forwarded-for': '203.0.113.22' } }),
    );
    expect(accepted(answers)).toBe(startsPerMinute * 3);
    expect(answers.filter(saysWhen)).toHaveLength(5);
  });

  test('one-time keys of a counsellor are claimed sixty times a minute by one conversation', async () => {
    const body = { one_time_keys: { [counsellor]: { DEV: 'signed_curve25519' } }, timeout: 10_000 };
    const answers = await repeat(65, () =>
      post(`${client}/keys/claim`, { ...at('203.0.113.23'), authorization }, body),
    );
    expect(answers.filter(saysWhen)).toHaveLength(5);
  });
});
