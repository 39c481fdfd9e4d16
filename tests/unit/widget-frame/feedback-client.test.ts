import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createBlindSigner } from '../../../appservice/adapters/system/blind-signer.ts';
import type { SigningKeys } from '../../../appservice/ports/blind-signer.ts';
import { createFeedbackClient } from '../../../widget/frame/adapters/feedback-client.ts';
import type { BrowserClock } from '../../../widget/frame/adapters/browser-clock.ts';
import { must } from '../../support/parsed.ts';

const signer = createBlindSigner();
const hurried: BrowserClock = {
  nowMs: () => 0,
  after: () => () => undefined,
  every: () => undefined,
  wait: () => Promise.resolve(),
};
const report = {
  pass: { week: '2026-W48', token: 'token', signature: 'signature' },
  language: 'nl',
  answers: { heard: 'yes', helped: null, nextStep: null, easy: null },
  remark: null,
} as const;

type Asked = { readonly path: string; readonly init: RequestInit };
/** A body with its status; undefined is an answer that is lost. */
type Reply = readonly [number, unknown] | undefined;

const realFetch = globalThis.fetch;
let keys: SigningKeys;
let asked: Asked[];
let replies: ((asked: Asked) => Reply)[];

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytesOf = (text: string) => Buffer.from(text, 'base64url');
const publishes = (): Reply => [200, { week: '2026-W48', publicKey: textOf(keys.publicKey) }];
const signs = ({ init }: Asked): Reply => {
  const { blinded } = JSON.parse(init.body as string) as { blinded: string };
  const signature = signer.sign(keys.privateKey, bytesOf(blinded));
  return [200, { signature: textOf(must(signature, 'a signature')) }];
};

beforeAll(async () => {
  keys = await signer.createKeys();
});

beforeEach(() => {
  asked = [];
  replies = [];
  globalThis.fetch = (path, init = {}) => {
    const one = { path: path as string, init };
    asked.push(one);
    const reply = must(replies.shift(), `a reply to ${one.path}`)(one);
    if (reply === undefined) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(new Response(JSON.stringify(reply[1]), { status: reply[0] }));
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
});

const client = createFeedbackClient(hurried);

describe('drawing a token', () => {
  test('ends with one that the key of the week has signed, though nobody was shown it', async () => {
    replies = [publishes, signs];
    const pass = must(await client.draw('bearer'), 'a pass');
    const [token, signature] = [bytesOf(pass.token), bytesOf(pass.signature)];
    expect(signer.verifies(keys.publicKey, { token, signature })).toBe(true);
    expect(JSON.stringify(asked)).not.toContain(pass.token);
  });

  test('shows who asks to the signature alone, and not to the key', async () => {
    replies = [publishes, signs];
    await client.draw('bearer');
    expect(asked.map(({ path }) => path)).toEqual([
      '/api/feedback/key',
      '/api/conversations/current/feedback-token',
    ]);
    expect(asked[0]?.init).toEqual({ credentials: 'omit', cache: 'no-store' });
    expect(asked[1]?.init.headers).toMatchObject({ authorization: 'Bearer bearer' });
  });

  test('asks again with the same blinded token when the answer is lost', async () => {
    replies = [publishes, () => undefined, signs];
    expect(await client.draw('bearer')).toBeDefined();
    expect(asked[1]?.init.body).toBe(asked[2]?.init.body);
  });

  test.each<[string, ((asked: Asked) => Reply)[]]>([
    ['the network is away', [() => undefined, () => undefined, () => undefined]],
    ['the service says no', [publishes, () => [403, { errcode: 'M_FORBIDDEN' }]]],
    ['the key is none', [() => [200, { week: '2026-W48', publicKey: '' }]]],
    ["the signature is another key's", [publishes, () => [200, { signature: textOf(new Uint8Array(256)) }]]],
  ])('gives none when %s', async (_what, given) => {
    replies = given;
    expect(await client.draw('bearer')).toBeUndefined();
  });
});

describe('giving feedback', () => {
  const takes = (): Reply => [200, {}];
  const refuses = (): Reply => [403, { errcode: 'M_FORBIDDEN' }];

  test('says nothing of who gives it', async () => {
    replies = [takes];
    expect(await client.send(report)).toBe(true);
    expect(asked[0]).toMatchObject({ path: '/api/feedback', init: { credentials: 'omit' } });
    expect(asked[0]?.init.headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(asked[0]?.init.body as string)).toEqual(report);
  });

  test.each<[string, boolean, (() => Reply)[]]>([
    ['a lost answer and then a no for a spent token', true, [() => undefined, refuses]],
    ['a pause that was asked for', true, [() => [429, {}], takes]],
    ['a no', false, [refuses]],
    ['a pause and then a no', false, [() => [429, {}], refuses]],
    ['no network at all', false, [() => undefined, () => undefined, () => undefined]],
  ])('has arrived after %s: %p', async (_what, isTaken, given) => {
    replies = given;
    expect(await client.send(report)).toBe(isTaken);
  });
});
