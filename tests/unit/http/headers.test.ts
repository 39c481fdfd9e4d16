import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request, type IncomingHttpHeaders } from 'node:http';
import { authorization, json, start } from './public-scene.ts';
import { hostOrigin } from './public-settings.ts';
import { bearer, publicOrigin, startPublicWorld, type Asked, type PublicWorld } from './public-world.ts';

let world: PublicWorld;
let plainWorld: PublicWorld;

beforeAll(async () => {
  [world, plainWorld] = await Promise.all([
    startPublicWorld(),
    startPublicWorld({ publicOrigin: 'http://localhost:17121' }),
  ]);
});

afterAll(() => Promise.all([world.stop(), plainWorld.stop()]));

/** Written from S21 and feasibility Part E, not from what the service says. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types helpline-worker',
  `frame-ancestors ${hostOrigin}`,
];
const dataPolicy = [
  "default-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox',
];

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};
const immutable = 'public, max-age=31536000, immutable';
const page = { ...always, policy: pagePolicy, 'cross-origin-opener-policy': 'same-origin' };
const ownFile = {
  ...page,
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': immutable,
  vary: 'Accept-Encoding',
};
const data = {
  ...always,
  policy: dataPolicy,
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'content-type': 'application/json',
};
const status = { ...data, 'cross-origin-resource-policy': 'cross-origin', vary: 'Origin' };
/** What is refused below `/widget/` has passed the page's headers on its way; nothing of it is looser than either. */
const noFile = { ...data, 'cross-origin-opener-policy': 'same-origin' };

const sync = '/_matrix/client/v3/sync';
const leave = { requestSecret: bearer };

/** Route by route: what is asked, and all that S21 says of the answer. */
const routes: readonly (readonly [
  string,
  Asked & { readonly status: number },
  Readonly<Record<string, unknown>>,
])[] = [
  ['the status', { url: '/api/status', status: 200 }, status],
  [
    'the status for a host page',
    { url: '/api/status', headers: { origin: hostOrigin }, status: 200 },
    { ...status, 'access-control-allow-origin': hostOrigin },
  ],
  [
    'the status for a foreign page',
    { url: '/api/status', headers: { origin: 'https://evil.example' }, status: 403 },
    { ...status, 'access-control-allow-origin': '*' },
  ],
  [
    'the stream',
    { url: '/api/status/stream', status: 200 },
    { ...status, 'content-type': 'text/event-stream' },
  ],
  [
    'a start',
    { method: 'POST', url: '/api/conversations', headers: json, body: JSON.stringify(start), status: 201 },
    data,
  ],
  ['a view', { url: '/api/conversations/current', headers: { authorization }, status: 200 }, data],
  ['a view without a bearer', { url: '/api/conversations/current', status: 401 }, data],
  [
    'a start of a foreign page',
    {
      method: 'POST',
      url: '/api/conversations',
      headers: { ...json, origin: 'https://evil.example' },
      body: '{}',
      status: 403,
    },
    data,
  ],
  [
    'the beacon of a quick exit',
    {
      method: 'POST',
      url: '/api/conversations/leave',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify(leave),
      status: 204,
    },
    { ...data, 'content-type': undefined },
  ],
  ['the gateway’s answer', { url: sync, headers: { authorization }, status: 200 }, data],
  ['the gateway’s refusal', { url: sync, status: 401 }, data],
  [
    'what the gateway does not know',
    { url: '/_matrix/client/v3/login', headers: { authorization }, status: 404 },
    data,
  ],
  [
    'the frame',
    { url: '/widget/frame.html', status: 200 },
    {
      ...page,
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      vary: 'Accept-Encoding, Accept-Language',
    },
  ],
  [
    'the loader',
    { url: '/widget/loader.js', status: 200 },
    {
      ...ownFile,
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=300, must-revalidate',
      'content-type': 'text/javascript; charset=utf-8',
    },
  ],
  [
    'the worker',
    { url: '/widget/a/worker-Ab1_-xyZ.js', status: 200 },
    { ...ownFile, 'content-type': 'text/javascript; charset=utf-8' },
  ],
  [
    'the encryption',
    { url: '/widget/a/crypto-12345678.wasm', status: 200 },
    { ...ownFile, 'content-type': 'application/wasm' },
  ],
  [
    'the style',
    { url: '/widget/a/frame-12345678.css', status: 200 },
    { ...ownFile, 'content-type': 'text/css; charset=utf-8' },
  ],
  [
    'the icon',
    { url: '/widget/a/icon-12345678.svg', status: 200 },
    { ...ownFile, 'content-type': 'image/svg+xml' },
  ],
  ['nothing', { url: '/nothing', status: 404 }, data],
  ['the front door', { url: '/', status: 404 }, data],
  ['no file', { url: '/widget/nothing', status: 404 }, noFile],
  ['another method', { method: 'POST', url: '/api/status', status: 404 }, data],
  ['a question of another website', { method: 'OPTIONS', url: '/api/conversations', status: 404 }, data],
  ['another method on a file', { method: 'DELETE', url: '/widget/loader.js', status: 404 }, data],
];

/** What sets the cookie of a conversation, or takes it away. */
const withCookie = ['a start', 'the beacon of a quick exit'];

describe('the headers (S21)', () => {
  test.each(routes)('of %s', async (what, asked, expected) => {
    const { headers, status: answered } = await headersOf(world.port, asked);
    expect(answered).toBe(asked.status);
    expect(told(headers)).toEqual(told(expected));
    expect(isHarmless(headers)).toBe(true);
    for (const name of [
      ...(withCookie.includes(what) ? [] : ['set-cookie']),
      'x-powered-by',
      'server',
      'etag',
      'x-frame-options',
    ])
      expect([name, headers[name]]).toEqual([name, undefined]);
  });

  test.each(routes)('of %s allow no inline script or style, and no other website', async (_what, asked) => {
    const { headers } = await headersOf(world.port, asked);
    const policy = headers['content-security-policy'];
    expect(policy).not.toMatch(/'unsafe-|nonce-|data:|blob:|\*|http:/);
    const places = String(policy).match(/https:\/\/[^ ;]*/g) ?? [];
    expect(places.filter((place) => place !== hostOrigin)).toEqual([]);
  });

  test.each(routes)('of %s insist on TLS only where there is TLS', async (_what, asked) => {
    const { headers } = await headersOf(plainWorld.port, asked);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  test('of the frame name the host pages of the configuration, and never our own origin', async () => {
    const { headers } = await headersOf(world.port, { url: '/widget/frame.html' });
    expect(headers['content-security-policy']).not.toContain(publicOrigin);
  });
});

/** S8 and S21, by the names that browsers know; each is followed by an empty list. */
const refusedFeatures = [
  'camera',
  'clipboard-read',
  'clipboard-write',
  'display-capture',
  'geolocation',
  'idle-detection',
  'local-fonts',
  'microphone',
  'payment',
  'screen-wake-lock',
  'usb',
].map((feature) => `${feature}=()`);

/** It may ask the device for nothing: by name, or because it is nothing that a browser would run anything in. */
function isHarmless(headers: IncomingHttpHeaders): boolean {
  const refused = String(headers['permissions-policy']).split(', ');
  const isSandbox = String(headers['content-security-policy']).endsWith('; sandbox');
  return isSandbox || refusedFeatures.every((feature) => refused.includes(feature));
}

/** What S21 speaks of, each header with its value or with nothing; the policy as a set. */
function told(headers: Readonly<Record<string, unknown>>) {
  const policy = headers['policy'] ?? String(headers['content-security-policy']).split(/; ?/);
  return {
    policy: new Set(policy as readonly string[]),
    ...Object.fromEntries(toldNames.map((name) => [name, headers[name]])),
  };
}

const toldNames = [
  'access-control-allow-origin',
  'cache-control',
  'content-type',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'referrer-policy',
  'strict-transport-security',
  'vary',
  'x-content-type-options',
];

/** Asks, and takes no more of the answer than its head: a stream has no end. */
function headersOf(
  port: number,
  { method = 'GET', url, headers = {}, body }: Asked,
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path: url, headers, agent: false },
      (response) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers });
        response.destroy();
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}
