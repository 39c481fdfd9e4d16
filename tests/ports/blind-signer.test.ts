import { beforeAll, describe, expect, test } from '@jest/globals';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { createBlindSigner } from '../../appservice/adapters/system/blind-signer.ts';
import type { BlindSigner, SigningKeys } from '../../appservice/ports/blind-signer.ts';
import { memoryBlindSigner } from '../support/memory-feedback.ts';
import { must } from '../support/parsed.ts';

/** Blinds a token as the caller's browser does, and takes the blinding off again. */
type Blinding = {
  readonly blinded: Uint8Array;
  readonly finish: (signature: Uint8Array) => Promise<Uint8Array>;
};

const suite = RSABSSA.SHA384.PSS.Deterministic();

/** The very library that the caller's browser uses. */
async function blindAsBrowser(publicKey: Uint8Array, token: Uint8Array): Promise<Blinding> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('spki', Uint8Array.from(publicKey), algorithm, true, ['verify']);
  const { blindedMsg, inv } = await suite.blind(key, token);
  return { blinded: blindedMsg, finish: (signature) => suite.finalize(key, token, signature, inv) };
}

const withoutBlinding = (_: Uint8Array, token: Uint8Array): Promise<Blinding> =>
  Promise.resolve({ blinded: token, finish: (signature) => Promise.resolve(signature) });

const token = new Uint8Array(32).fill(7);

describe.each([
  ['real', createBlindSigner, blindAsBrowser],
  ['in memory', memoryBlindSigner, withoutBlinding],
] as const)('blind signatures, %s,', (_name, create, blind) => {
  let signer: BlindSigner;
  let keys: SigningKeys;
  let others: SigningKeys;

  beforeAll(async () => {
    signer = create();
    keys = await signer.createKeys();
    others = await signer.createKeys();
  });

  const sign = (blinded: Uint8Array) => must(signer.sign(keys.privateKey, blinded), 'a signature');

  test("are the key's own once the blinding is off", async () => {
    const { blinded, finish } = await blind(keys.publicKey, token);
    const signature = await finish(sign(blinded));
    expect(signer.verifies(keys.publicKey, { token, signature })).toBe(true);
  });

  test('are not those of another token or another key', async () => {
    const { blinded, finish } = await blind(keys.publicKey, token);
    const signature = await finish(sign(blinded));
    const another = new Uint8Array(32).fill(8);
    expect(signer.verifies(keys.publicKey, { token: another, signature })).toBe(false);
    expect(signer.verifies(others.publicKey, { token, signature })).toBe(false);
  });

  test('cannot be made up', () => {
    const signature = new Uint8Array(256).fill(1);
    expect(signer.verifies(keys.publicKey, { token, signature })).toBe(false);
  });

  test('are the same for the same value, whose answer may have been lost', async () => {
    const { blinded } = await blind(keys.publicKey, token);
    expect([...sign(blinded)]).toEqual([...sign(blinded)]);
  });

  test('are refused for what is no value of the key', () => {
    expect(signer.sign(keys.privateKey, new Uint8Array(255).fill(1))).toBeUndefined();
    expect(signer.sign(keys.privateKey, new Uint8Array(256).fill(255))).toBeUndefined();
  });
});

test('a token is blinded into something else each time, so that what was signed names none', async () => {
  const { publicKey } = await createBlindSigner().createKeys();
  const first = await blindAsBrowser(publicKey, token);
  const second = await blindAsBrowser(publicKey, token);
  expect([...first.blinded]).not.toEqual([...second.blinded]);
});
