import { describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import { errcode, until } from './gateway-scene.ts';
import { usePublicApp } from './public-scene.ts';
import { hostOrigin, settings } from './public-settings.ts';
import { publicOrigin } from './public-world.ts';

const { world } = usePublicApp();

describe('GET /api/status', () => {
  const status = (headers: Record<string, string> = {}) => world().ask({ url: '/api/status', headers });

  test('follows the snapshot and says nothing more than it', async () => {
    expect((await status()).json).toEqual({ state: 'online', reason: null, nextOpening: null });
    world().setStatus({ state: 'offline', reason: 'closed', nextOpening: '2027-05-25T15:00:00.000Z' });
    expect((await status()).json).toEqual({
      state: 'offline',
      reason: 'closed',
      nextOpening: '2027-05-25T15:00:00.000Z',
    });
  });

  test('carries the service’s own time, so that a device with another day can be put right', async () => {
    expect((await status()).headers.date).toBe(new Date(world().clock.now()).toUTCString());
  });

  test('may be read by the pages that hold the widget and by no other', async () => {
    expect((await status({ origin: hostOrigin })).headers['access-control-allow-origin']).toBe(hostOrigin);
    expect((await status({ origin: publicOrigin })).json).toMatchObject({ state: 'online' });
    expect((await status()).headers['access-control-allow-origin']).toBeUndefined();
    expect((await status()).headers.vary).toBe('Origin');
  });

  test.each(['/api/status', '/api/status/stream'])(
    'says to the script of any other website, at %s, that the chat is not for it, and nothing of the status',
    async (url) => {
      for (const origin of ['https://evil.example', 'null', `${hostOrigin}.evil.example`, '']) {
        const answer = await world().ask({ url, headers: { origin } });
        expect([answer.status, errcode(answer)]).toEqual([403, 'HELPLINE_NOT_HERE']);
        expect(answer.headers['access-control-allow-origin']).toBe('*');
        expect(answer.headers.vary).toBe('Origin');
        expect(answer.text).toContain('listeners.hostOrigins');
        expect(answer.text).not.toContain('online');
      }
    },
  );

  test('streams what is so and what changes, to three at a time from one address', async () => {
    const open = () => {
      const socket = connect(world().port, '127.0.0.1');
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('error', () => undefined);
      socket.write(`GET /api/status/stream HTTP/1.1\r\nhost: x\r\norigin: ${hostOrigin}\r\n\r\n`);
      return { socket, text: () => text };
    };
    const streams = [open(), open(), open()];
    await until(() => streams.every((each) => each.text().includes('data: {"state":"online"')));
    expect(streams[0]?.text()).toContain('content-type: text/event-stream');
    expect(streams[0]?.text()).toContain(`access-control-allow-origin: ${hostOrigin}`);
    expect(streams[0]?.text()).toContain('retry: 3000');
    expect(errcode(await world().ask({ url: '/api/status/stream' }))).toBe('M_LIMIT_EXCEEDED');
    world().setStatus({ state: 'busy', reason: null, nextOpening: null });
    world().setStatus({ state: 'busy', reason: null, nextOpening: null });
    await until(() => streams.every((each) => each.text().includes('"busy"')));
    expect(streams[0]?.text().match(/"busy"/g)).toHaveLength(1);
    streams[0]?.socket.destroy();
    const fourth = open();
    await until(() => {
      if (fourth.text().includes('429'))
        fourth.socket.write(`GET /api/status/stream HTTP/1.1\r\nhost: x\r\n\r\n`);
      return fourth.text().includes('data: {"state":"busy"');
    });
    for (const { socket } of [...streams, fourth]) socket.destroy();
  });
});

describe('/widget/', () => {
  const get = (name: string, headers: Record<string, string> = {}) =>
    world().ask({ url: `/widget/${name}`, headers });

  test('gives the frame its settings, escaped, and never lets it be kept', async () => {
    const answer = await get('frame.html');
    const content = /<meta name="helpline-settings" content="([^"]*)">/.exec(answer.text)?.[1] ?? '';
    const plain = content
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    expect(JSON.parse(plain)).toEqual(settings);
    expect(answer.text).not.toContain('<script>');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  });

  test('shows in the frame how the chat is now, in the language that is asked for', async () => {
    const page = async (url: string, language: string) =>
      (await get(url, { 'accept-language': language })).text;
    expect(await page('frame.html', 'fr-BE, nl;q=0.5')).toContain('Le chat est ouvert.');
    world().setStatus({ state: 'busy', reason: null, nextOpening: null });
    expect(await page('frame.html', 'fr-BE, nl;q=0.5')).toContain('Le chat est occupé');
    const english = await page('frame.html?language=en', 'fr');
    expect(english).toContain('The chat is busy');
    expect(english).toContain('<html lang="en">');
    expect(english).not.toContain('{{');
  });

  test('compresses the frame for whoever takes brotli', async () => {
    const raw = await fetch(`http://127.0.0.1:${world().port}/widget/frame.html`, {
      headers: { 'accept-encoding': 'br' },
    });
    expect([raw.headers.get('content-encoding'), (await raw.text()).includes('helpline-settings')]).toEqual([
      'br',
      true,
    ]);
  });

  test.each([
    ['a/worker-Ab1_-xyZ.js', 'gzip, br', { encoding: 'br', text: 'brotli of worker', cache: 'immutable' }],
    ['a/worker-Ab1_-xyZ.js', 'gzip', { encoding: undefined, text: 'worker', cache: 'immutable' }],
    ['a/worker-Ab1_-xyZ.js', 'br;q=0', { encoding: undefined, text: 'worker', cache: 'immutable' }],
    ['a/crypto-12345678.wasm', 'br', { encoding: undefined, text: 'wasm', cache: 'immutable' }],
    ['loader.js', 'br', { encoding: undefined, text: 'globalThis.loader = 1;', cache: 'must-revalidate' }],
  ])('serves %s to whoever takes %s', async (name, accepted, expected) => {
    const answer = await get(name, { 'accept-encoding': accepted });
    expect([answer.status, answer.text]).toEqual([200, expected.text]);
    expect(answer.headers['content-encoding']).toBe(expected.encoding);
    expect(answer.headers['cache-control']).toContain(expected.cache);
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  test('names each type', async () => {
    expect((await get('a/crypto-12345678.wasm')).headers['content-type']).toBe('application/wasm');
    expect((await get('loader.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('integrity.json')).headers['content-type']).toBe('application/json');
  });

  test.each([
    '',
    'secret.txt',
    'a',
    'a/',
    'a/frame-settings.js.map',
    'a/worker-Ab1_-xyZ.js.br',
    '../package.json',
    '%2e%2e/package.json',
    'a/..%2fsecret.txt',
    'frame.html/',
    'FRAME.html',
    '.',
  ])('has nothing under %s', async (name) => {
    expect(errcode(await get(name))).toBe('M_UNRECOGNIZED');
  });

  test('takes no writing', async () => {
    expect(errcode(await world().ask({ method: 'POST', url: '/widget/frame.html', body: 'x' }))).toBe(
      'M_UNRECOGNIZED',
    );
    expect((await world().ask({ method: 'HEAD', url: '/widget/loader.js' })).status).toBe(200);
  });
});
