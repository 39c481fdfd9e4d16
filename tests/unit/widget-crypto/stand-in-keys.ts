import { isJsonObject, type JsonObject, objectAt } from '../../../widget/crypto/json-fields.ts';

/** Devices, identities and one-time keys, as a homeserver keeps them. */
export interface StandInKeys {
  upload(userId: string, deviceId: string, body: JsonObject): JsonObject;
  uploadIdentity(userId: string, body: JsonObject): JsonObject;
  uploadSignatures(signer: string, body: JsonObject): JsonObject;
  query(asker: string, body: JsonObject): JsonObject;
  claim(body: JsonObject): JsonObject;
  oneTimeKeyCount(address: string): number;
  /** Addresses (`user device`) whose one-time and fallback keys are not handed out. */
  readonly withheld: Set<string>;
}

type KeyList = readonly (readonly [string, unknown])[];

/** Starts empty; `announce` is told whose devices have changed. */
export function createStandInKeys(announce: (userId: string) => void): StandInKeys {
  const devices = new Map<string, Map<string, JsonObject>>();
  const identities = new Map<string, Map<string, JsonObject>>();
  const oneTimeKeys = new Map<string, KeyList>();
  const fallbackKeys = new Map<string, KeyList>();
  const withheld = new Set<string>();

  const signIdentity = (userId: string, publicKey: string, object: unknown): void => {
    const own = identities.get(userId);
    for (const [name, key] of own ?? []) {
      if (Object.values(objectAt(key, 'keys')).includes(publicKey))
        own?.set(name, withSignatures(key, object));
    }
  };

  const take = (address: string): readonly [string, unknown] | undefined => {
    const [key, ...rest] = oneTimeKeys.get(address) ?? [];
    oneTimeKeys.set(address, rest);
    return key ?? fallbackKeys.get(address)?.[0];
  };

  return {
    withheld,
    upload(userId, deviceId, body) {
      const address = `${userId} ${deviceId}`;
      const keys = objectAt(body, 'device_keys');
      if (Object.keys(keys).length > 0) {
        devices.set(userId, new Map([...(devices.get(userId) ?? []), [deviceId, keys]]));
        announce(userId);
      }
      const stock = [...(oneTimeKeys.get(address) ?? []), ...Object.entries(objectAt(body, 'one_time_keys'))];
      oneTimeKeys.set(address, stock);
      const fallback = Object.entries(objectAt(body, 'fallback_keys'));
      if (fallback.length > 0) fallbackKeys.set(address, fallback);
      return { one_time_key_counts: { signed_curve25519: stock.length } };
    },
    uploadIdentity(userId, body) {
      const names = ['master_key', 'self_signing_key', 'user_signing_key'];
      identities.set(userId, new Map(names.map((name) => [name, objectAt(body, name)])));
      announce(userId);
      return {};
    },
    uploadSignatures(signer, body) {
      for (const [userId, signed] of Object.entries(body)) {
        for (const [id, object] of Object.entries(isJsonObject(signed) ? signed : {})) {
          const device = devices.get(userId)?.get(id);
          if (device === undefined) signIdentity(userId, id, object);
          else devices.get(userId)?.set(id, withSignatures(device, object));
        }
        if (userId === signer) announce(userId);
      }
      return { failures: {} };
    },
    query(asker, body) {
      const asked = Object.keys(objectAt(body, 'device_keys'));
      const identity = (name: string, userIds: readonly string[]): JsonObject =>
        Object.fromEntries(
          userIds.flatMap((each) => {
            const key = identities.get(each)?.get(name);
            return key === undefined ? [] : [[each, key] as const];
          }),
        );
      return {
        device_keys: Object.fromEntries(
          asked.map((each) => [each, Object.fromEntries(devices.get(each) ?? [])]),
        ),
        master_keys: identity('master_key', asked),
        self_signing_keys: identity('self_signing_key', asked),
        user_signing_keys: identity(
          'user_signing_key',
          asked.filter((each) => each === asker),
        ),
        failures: {},
      };
    },
    claim(body) {
      const found: Record<string, Record<string, JsonObject>> = {};
      for (const [userId, wanted] of Object.entries(objectAt(body, 'one_time_keys'))) {
        for (const deviceId of Object.keys(objectAt(wanted))) {
          const address = `${userId} ${deviceId}`;
          const key = withheld.has(address) ? undefined : take(address);
          if (key !== undefined) (found[userId] ??= {})[deviceId] = Object.fromEntries([key]);
        }
      }
      return { one_time_keys: found, failures: {} };
    },
    oneTimeKeyCount: (address) => oneTimeKeys.get(address)?.length ?? 0,
  };
}

function withSignatures(target: JsonObject, source: unknown): JsonObject {
  const merged: Record<string, JsonObject> = {};
  for (const each of [target, source]) {
    for (const [signer, list] of Object.entries(objectAt(each, 'signatures'))) {
      merged[signer] = { ...merged[signer], ...objectAt(list) };
    }
  }
  return { ...target, signatures: merged };
}
