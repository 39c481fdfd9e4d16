import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

type Ask = (path: string, body: object) => Promise<unknown>;
type Signed = { readonly signatures?: Readonly<Record<string, Readonly<Record<string, string>>>> };

/** A key that signs by the rules of the specification (Matrix, signing JSON). */
type SigningKey = { readonly publicKey: string; readonly privateKey: KeyObject };

/**
 * Makes a cross-signing identity by hand, in the name of one of our own users, and signs the keys of one device with it:
 * what their client would upload (Client-Server API, cross-signing). Tells the public master key.
 */
export async function makeIdentity(ask: Ask, userId: string, deviceId: string): Promise<string> {
  const [master, selfSigning, device] = [signingKey(), signingKey(), signingKey()];
  const by = (key: SigningKey, name = key.publicKey) => ({ ...key, userId, name });
  const keysOf = (usage: string, { publicKey }: SigningKey) => ({
    user_id: userId,
    usage: [usage],
    keys: { [`ed25519:${publicKey}`]: publicKey },
  });
  const answer = await ask('/keys/device_signing/upload', {
    master_key: keysOf('master', master),
    self_signing_key: signed(keysOf('self_signing', selfSigning), by(master)),
  });
  const deviceKeys = {
    user_id: userId,
    device_id: deviceId,
    algorithms: ['m.olm.v1.curve25519-aes-sha2', 'm.megolm.v1.aes-sha2'],
    keys: {
      [`curve25519:${deviceId}`]: unpadded(randomBytes(32)),
      [`ed25519:${deviceId}`]: device.publicKey,
    },
  };
  const twice = signed(signed(deviceKeys, by(device, deviceId)), by(selfSigning));
  const uploaded = await ask(`/keys/upload?device_id=${deviceId}`, { device_keys: twice });
  for (const each of [answer, uploaded]) {
    if (JSON.stringify(each).includes('errcode')) throw new Error(JSON.stringify(each));
  }
  return master.publicKey;
}

function signingKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { publicKey: unpadded(Buffer.from(x, 'base64url')), privateKey };
}

function signed<Content extends object>(
  content: Content & Signed,
  by: SigningKey & { readonly userId: string; readonly name: string },
): Content & Signed {
  const { signatures = {}, ...rest } = content;
  const signature = unpadded(sign(null, Buffer.from(canonical(rest)), by.privateKey));
  const own = { ...signatures[by.userId], [`ed25519:${by.name}`]: signature };
  return { ...content, signatures: { ...signatures, [by.userId]: own } };
}

/** Keys in order, no blanks (Matrix, canonical JSON); there are no numbers here. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
