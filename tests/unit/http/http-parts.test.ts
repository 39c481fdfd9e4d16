import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import express from 'express';
import type { IncomingMessage } from 'node:http';
import { createAddressReader } from '../../../appservice/adapters/http/caller-address.ts';
import { withSettings } from '../../../appservice/adapters/http/frame-page.ts';
import { listen } from '../../../appservice/adapters/http/listen.ts';
import { createMetrics } from '../../../appservice/adapters/http/metrics.ts';
import { privateRoutes } from '../../../appservice/adapters/http/private-app.ts';
import { refuseAmbiguousJson } from '../../../appservice/adapters/http/unambiguous-json.ts';
import { errorCodes } from '../../../appservice/contract/error-codes.ts';
import { HttpError } from '../../../appservice/adapters/http/http-error.ts';
import type { LogEvent } from '../../../appservice/ports/event-log.ts';
import { runs } from '../../../scripts/test/campaign.ts';
import { settings } from './public-settings.ts';
import { ask } from './public-world.ts';

const from = (peer: string | undefined, forwarded?: string): IncomingMessage =>
  ({
    socket: { remoteAddress: peer },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage;

describe('the address of a caller', () => {
  const read = createAddressReader(['10.0.0.0/8', '192.0.2.1', '2001:db8:ffff::/48']);
  test.each([
    ['a peer without proxy', ['203.0.113.7', undefined], '203.0.113.7'],
    ['a forged header of a stranger', ['203.0.113.7', '1.1.1.1'], '203.0.113.7'],
    ['our proxy', ['10.1.2.3', '203.0.113.7'], '203.0.113.7'],
    ['a forged entry before our proxy’s own', ['10.1.2.3', '1.1.1.1, 203.0.113.7'], '203.0.113.7'],
    ['two proxies of ours', ['10.1.2.3', '1.1.1.1,203.0.113.7, 192.0.2.1'], '203.0.113.7'],
    ['our proxies alone', ['10.1.2.3', '10.9.9.9'], '10.9.9.9'],
    ['our proxy without a header', ['10.1.2.3', undefined], '10.1.2.3'],
    ['our proxy with an empty header', ['10.1.2.3', ''], 'unknown'],
    ['our proxy with rubbish', ['10.1.2.3', 'unknown'], 'unknown'],
    ['our proxy with rubbish on the right', ['10.1.2.3', '203.0.113.7, 999.1.1.1'], 'unknown'],
    ['our proxy with a port', ['10.1.2.3', '203.0.113.7:4711'], 'unknown'],
    ['our proxy with a script', ['10.1.2.3', '<script>'], 'unknown'],
    ['IPv4 in IPv6 clothes', ['::ffff:203.0.113.7', undefined], '203.0.113.7'],
    ['our proxy in IPv6 clothes', ['::ffff:10.1.2.3', '203.0.113.7'], '203.0.113.7'],
    ['IPv6 in another spelling', ['2001:DB8:0:1:0:0:0:1', undefined], '2001:db8:0:1::1'],
    ['our IPv6 proxy', ['2001:db8:ffff::1', '2001:db8:1::5'], '2001:db8:1::5'],
    ['a link-local peer with its zone', ['fe80::1%eth0', undefined], 'fe80::1'],
    ['a socket that is gone', [undefined, undefined], 'unknown'],
  ] as const)('of %s', (_what, [peer, forwarded], text) => {
    expect(read(from(peer, forwarded)).text).toBe(text);
  });

  test('counts one /64 as one and one connection without address as one of its own', () => {
    expect(read(from('2001:db8:0:1::1')).limitKey).toBe(read(from('2001:db8:0:1:ffff::2')).limitKey);
    expect(read(from('2001:db8:0:1::1')).limitKey).not.toBe(read(from('2001:db8:0:2::1')).limitKey);
    const request = from('10.1.2.3', 'rubbish');
    expect(read(request).limitKey).toBe(read(request).limitKey);
    expect(read(request).limitKey).not.toBe(read(from('10.1.2.3', 'rubbish')).limitKey);
  });

  test('is never what a stranger wrote, and never 0.0.0.0 out of nothing', () => {
    fc.assert(
      fc.property(fc.string(), (forged) => {
        expect(read(from('203.0.113.7', forged)).text).toBe('203.0.113.7');
        const { text } = read(from('10.1.2.3', `${forged}, 198.51.100.9`));
        expect(text).toBe('198.51.100.9');
        expect(read(from('10.1.2.3', `x${forged}`)).text).toBe('unknown');
      }),
      runs(),
    );
  });
});

describe('JSON that two readers could read differently', () => {
  test.each([
    '{"a":1,"a":2}',
    '{"x":{"a":[{"b":1,"b":2}]}}',
    '{"a":1,"\\u0061":2}',
    '{"__proto__":1}',
    '[[[[[[[[[[[[[1]]]]]]]]]]]]]',
  ])('is refused: %s', (text) => {
    expect(() => {
      refuseAmbiguousJson(text);
    }).toThrow(HttpError);
  });

  test('is all that is refused', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        if (text.includes('"__proto__"')) return;
        expect(() => {
          refuseAmbiguousJson(text);
        }).not.toThrow();
      }),
      runs(),
    );
    expect(() => {
      refuseAmbiguousJson('{"a":"{\\"a\\":1,","b":["a","a"],"c":{"a":"a:"}}');
    }).not.toThrow();
  });
});

test('settings take the place of the build’s empty ones, whatever they hold', () => {
  const html = '<html><head><meta name="helpline-settings" content=""><title>x</title></head></html>';
  const hostile = { ...settings, phone: `$& $1 "></head><script>` };
  const filled = withSettings(html, hostile);
  expect(filled.match(/helpline-settings/g)).toHaveLength(1);
  expect(filled.match(/<script>/g)).toBeNull();
  expect(filled).toContain('$&amp; $1 \\&quot;&gt;&lt;/head&gt;');
});

test('every error code has a status that HTTP knows and a sentence', () => {
  for (const { status, meaning } of Object.values(errorCodes)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  }
});

describe('the private routes', () => {
  const open = async (isHealthy: () => Promise<boolean>) => {
    const metrics = createMetrics(() =>
      Promise.resolve({ conversationsWaiting: 2, conversationsWithCounsellor: 1, counsellorsOnDuty: 3 }),
    );
    const app = express().use(privateRoutes({ isHealthy, metrics }));
    return { metrics, listener: await listen(app, { host: '127.0.0.1', port: 0 }) };
  };

  test.each([
    ['answers', 200, () => Promise.resolve(true)],
    ['does not answer', 503, () => Promise.resolve(false)],
    ['cannot be asked', 503, () => Promise.reject(new TypeError('away'))],
  ] as const)('say whether what the service stands on %s', async (_what, status, isHealthy) => {
    const { listener } = await open(isHealthy);
    expect((await ask(listener.port, { url: '/health' })).status).toBe(status);
    await listener.close();
  });

  test('count by name and code, and pass each event on', async () => {
    const { metrics, listener } = await open(() => Promise.resolve(true));
    const passed: LogEvent[] = [];
    metrics
      .counting({ log: (event) => void passed.push(event) })
      .log({ event: 'gateway.refused', code: 'M_FORBIDDEN' });
    const { text, headers } = await ask(listener.port, { url: '/metrics' });
    expect(text).toContain('helpline_events_total{event="gateway.refused",code="M_FORBIDDEN"} 1');
    expect(text).toContain('helpline_now{what="counsellorsOnDuty"} 3');
    expect(headers['content-type']).toContain('text/plain');
    expect(passed).toHaveLength(1);
    await listener.close();
  });
});
