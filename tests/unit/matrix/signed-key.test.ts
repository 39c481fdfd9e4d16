import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { isSignedBy } from '../../../appservice/adapters/matrix/signed-key.ts';
import { userId } from '../../support/parsed.ts';

const rosa = userId('@rosa:localhost');
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const sessionKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
const signer = { counsellor: rosa, deviceId: 'ELEMENT', sessionKey };

/** As the specification signs it (Matrix, signing JSON): keys in order, without signatures. */
const canonical = '{"keys":{"ed25519:M":"M"},"usage":["master"],"user_id":"@rosa:localhost"}';
const signature = sign(null, Buffer.from(canonical), privateKey).toString('base64');
const content = { user_id: rosa, usage: ['master'], keys: { 'ed25519:M': 'M' }, unsigned: { age: 1 } };
const signedBy = (device: string, text = signature) => ({
  ...content,
  signatures: { [rosa]: { [`ed25519:${device}`]: text } },
});

describe('a master key', () => {
  test('is signed by the session that made it', () => {
    expect(isSignedBy(signedBy('ELEMENT'), signer)).toBe(true);
  });

  test.each([
    ['another session', signedBy('OTHER')],
    ['nobody', { ...content, signatures: {} }],
    ['what is no signature', signedBy('ELEMENT', 'nonsense')],
    ['that session, but for another key', { ...signedBy('ELEMENT'), keys: { 'ed25519:N': 'N' } }],
  ])('is not, signed by %s', (_, key) => {
    expect(isSignedBy(key, signer)).toBe(false);
  });
});
