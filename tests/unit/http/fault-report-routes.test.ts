import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { must } from '../../support/parsed.ts';
import { startPublicWorld, type PublicWorld } from './public-world.ts';

const fault = { noticedAt: 1_799_999_000_000, code: 'not-loaded', description: 'Wit scherm', browser: null };
const own = { 'content-type': 'application/json', origin: 'https://chat.example.org' };

let started: PublicWorld | undefined;
const world = (): PublicWorld => must(started, 'a world');

beforeAll(async () => {
  started = await startPublicWorld({ trustedProxies: ['127.0.0.1'] });
});

beforeEach(() => {
  world().seen.faults.length = 0;
});

afterAll(async () => {
  await started?.stop();
});

let address = 0;

/** Each report from an address of its own, unless one is named. */
async function report(body: unknown, headers: Record<string, string> = {}) {
  address += 1;
  const answer = await world().ask({
    method: 'POST',
    url: '/api/fault-reports',
    headers: { ...own, 'x-forwarded-for': `192.0.2.${address}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { answer, faults: [...world().seen.faults] };
}

describe('POST /api/fault-reports', () => {
  test('hands on time, code, description and nothing else, and is not to be stored', async () => {
    const { answer, faults } = await report(fault, { 'user-agent': 'Mozilla/5.0', cookie: 'a=b' });
    expect([answer.status, answer.text, answer.headers['cache-control']]).toEqual([204, '', 'no-store']);
    expect(faults).toEqual([fault]);
  });

  test.each<[string, unknown]>([
    ['a key more', { ...fault, address: '192.0.2.1' }],
    ['a code that is none', { ...fault, code: 'Het gesprek ging over' }],
    ['a description that is too long', { ...fault, description: 'x'.repeat(1_001) }],
    ['a browser of two lines', { ...fault, browser: 'Firefox\nJe sessie is verlopen' }],
    ['a browser that turns the direction', { ...fault, browser: 'Firefox\u202e' }],
    ['a time that is none', { ...fault, noticedAt: 12 }],
    ['no JSON', '{'],
    ['far too much', { ...fault, description: 'x'.repeat(100_000) }],
  ])('drops %s, and answers the same', async (_, body) => {
    const { answer, faults } = await report(body);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(faults).toEqual([]);
  });

  test('drops what comes from another site, and answers the same', async () => {
    const { answer, faults } = await report(fault, { origin: 'https://evil.example.org' });
    expect([answer.status, faults]).toEqual([204, []]);
  });

  test('drops the sixth of one address in a minute, and answers the same', async () => {
    const from = { 'x-forwarded-for': '198.51.100.7' };
    for (let count = 0; count < 5; count += 1) await report(fault, from);
    const { answer, faults } = await report(fault, from);
    expect([answer.status, faults.length]).toEqual([204, 5]);
  });

  test('drops what is more than people can read in an hour, from however many addresses it comes', async () => {
    const flooded = await startPublicWorld({ trustedProxies: ['127.0.0.1'] });
    for (let count = 0; count < 70; count += 1) {
      const headers = { ...own, 'x-forwarded-for': `2001:db8:0:${count.toString(16)}::1` };
      await flooded.ask({
        method: 'POST',
        url: '/api/fault-reports',
        headers,
        body: JSON.stringify(fault),
      });
    }
    await flooded.stop();
    expect(flooded.seen.faults).toHaveLength(60);
  });
});
