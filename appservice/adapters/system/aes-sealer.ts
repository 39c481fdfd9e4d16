import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Sealer } from '../../ports/sealer.ts';
import { SystemError } from './system-error.ts';

/** First byte of everything sealed; another one is another format. */
const formatVersion = 1;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 1 + nonceBytes;

/**
 * AES-256-GCM with a random nonce (NIST SP 800-38D), under a key derived from `key` by HKDF (RFC 5869), so that
 * sealing and fingerprints never share one. Format: version, nonce, ciphertext, tag; the place is authenticated with it.
 */
export function createSealer(key: Uint8Array): Sealer {
  if (key.length !== keyBytes) throw new SystemError('bad-key');
  const sealingKey = derive(key, 'seal');
  const fingerprintKey = derive(key, 'fingerprint');
  return {
    seal: (plain, place) => seal(sealingKey, plain, place),
    open: (sealed, place) => open(sealingKey, sealed, place),
    fingerprint: (plain, place) => {
      const placeKey = createHmac('sha256', fingerprintKey).update(place).digest();
      return createHmac('sha256', placeKey).update(plain).digest();
    },
  };
}

function derive(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', `helpline-1712 ${purpose} ${formatVersion}`, keyBytes));
}

function seal(key: Uint8Array, plain: Uint8Array, place: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place));
  const ciphertext = [cipher.update(plain), cipher.final()];
  return Buffer.concat([Buffer.of(formatVersion), nonce, ...ciphertext, cipher.getAuthTag()]);
}

function open(key: Uint8Array, sealed: Uint8Array, place: string): Uint8Array {
  const tagStart = sealed.length - tagBytes;
  if (tagStart < headBytes || sealed[0] !== formatVersion) throw new SystemError('seal-broken');
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, headBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(sealed.subarray(tagStart));
    return Buffer.concat([decipher.update(sealed.subarray(headBytes, tagStart)), decipher.final()]);
  } catch (cause) {
    throw new SystemError('seal-broken', cause);
  }
}
