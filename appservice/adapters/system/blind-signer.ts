import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { BlindSigner } from '../../ports/blind-signer.ts';

const modulusBits = 2_048;
const modulusBytes = modulusBits / 8;

/** RFC 9474, 5: the variant's hash and salt. */
const hash = 'sha384';
const saltLength = 48;

/**
 * RSABSSA-SHA384-PSS-Deterministic (RFC 9474) with the machine's own RSA: signing what is blinded is the bare private operation,
 * and a finished signature is an ordinary RSASSA-PSS one (feasibility, Part E 8). OpenSSL shields the private operation against
 * being timed.
 */
export function createBlindSigner(): BlindSigner {
  return {
    createKeys: () =>
      promisify(generateKeyPair)('rsa', {
        modulusLength: modulusBits,
        publicKeyEncoding: { type: 'spki', format: 'der' },
        privateKeyEncoding: { type: 'pkcs8', format: 'der' },
      }),
    sign: (privateKey, blinded) => {
      if (blinded.length !== modulusBytes) return undefined;
      const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
      try {
        return privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
      } catch {
        return undefined; // not below the modulus
      }
    },
    verifies: (publicKey, { token, signature }) =>
      verify(
        hash,
        token,
        {
          key: createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength,
        },
        signature,
      ),
  };
}
