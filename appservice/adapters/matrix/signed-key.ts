import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';

/** A cross-signing key as the homeserver hands it out, with what signed it; whatever else stands in it is signed, too. */
export const signedKeySchema = z.looseObject({
  keys: z.record(z.string(), z.string()),
  signatures: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

/**
 * Whether a device signed a key. Only the device itself can do that, while any identity can sign any device: so it says that who
 * holds that device stands behind the key. The one that makes or resets an identity signs it (matrix-sdk-crypto, bootstrap).
 */
export function isSignedBy(
  key: z.infer<typeof signedKeySchema>,
  signer: { readonly counsellor: UserId; readonly deviceId: string; readonly sessionKey: string },
): boolean {
  const { counsellor, deviceId, sessionKey } = signer;
  const signature = key.signatures[counsellor]?.[`ed25519:${deviceId}`];
  if (signature === undefined) return false;
  const signed = Object.fromEntries(
    Object.entries(key).filter(([name]) => name !== 'signatures' && name !== 'unsigned'),
  );
  const x = Buffer.from(sessionKey, 'base64').toString('base64url');
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(canonical(signed)), publicKey, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

/** Canonical JSON (Matrix specification, appendices): keys in order, no spaces. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
