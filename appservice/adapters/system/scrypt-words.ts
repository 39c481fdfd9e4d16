import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { WordHasher } from '../../ports/word-hasher.ts';

/** 32 MiB and about a tenth of a second for each guess (RFC 7914). */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const saltBytes = 16;
const hashBytes = 32;

/** Words by scrypt; a hash is `scrypt1$salt$hash`, both base64url. */
export function createWordHasher(): WordHasher {
  return {
    hash: async (word) => {
      const salt = randomBytes(saltBytes);
      const hash = await derive(word, salt);
      return ['scrypt1', salt.toString('base64url'), hash.toString('base64url')].join('$');
    },
    matches: async (word, kept) => {
      const [kind, salt, hash] = kept.split('$');
      if (kind !== 'scrypt1' || salt === undefined || hash === undefined) return false;
      const expected = Buffer.from(hash, 'base64url');
      const derived = await derive(word, Buffer.from(salt, 'base64url'));
      return expected.length === derived.length && timingSafeEqual(expected, derived);
    },
  };
}

function derive(word: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(word, salt, hashBytes, cost, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
