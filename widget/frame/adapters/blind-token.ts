import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

/** RFC 9474, 5: SHA-384, PSS with a salt of 48 bytes. The token is random itself, so nothing is put before it. */
const suite = RSABSSA.SHA384.PSS.Deterministic();

const tokenBytes = 32;

/** A new token that whoever signs it does not see. */
export type BlindToken = {
  readonly token: string;
  readonly blinded: string;
  /** Takes the blinding off a signature; rejects when it is none of this key. */
  readonly finish: (signature: string) => Promise<string>;
};

/**
 * Draws a token and blinds it under a published key (SPKI, base64url). This file is loaded with the end of a conversation only: the
 * library weighs as much as a third of the shell.
 */
export async function createBlindToken(publicKey: string): Promise<BlindToken> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };
  const key = await crypto.subtle.importKey('spki', fromBase64Url(publicKey), algorithm, true, ['verify']);
  const token = crypto.getRandomValues(new Uint8Array(tokenBytes));
  const { blindedMsg, inv } = await suite.blind(key, token);
  return {
    token: toBase64Url(token),
    blinded: toBase64Url(blindedMsg),
    finish: async (signature) => toBase64Url(await suite.finalize(key, token, fromBase64Url(signature), inv)),
  };
}
