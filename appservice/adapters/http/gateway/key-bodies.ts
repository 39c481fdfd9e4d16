import { z } from 'zod';
import type { CallerSession } from '../../../ports/caller-sessions.ts';
import { areOwnPeople, bodyRule } from './body-rule.ts';

const kibibyte = 1_024;
const shortText = z.string().max(255);
const signatures = z.record(shortText, z.record(shortText, shortText));
const deviceId = z.string().regex(/^[A-Za-z0-9_./+=-]{1,100}$/);
const algorithm = z.string().regex(/^[A-Za-z0-9_.-]{1,100}$/);
const oneTimeKeyId = z.string().regex(/^signed_curve25519:[A-Za-z0-9+/_-]{1,64}$/);

const deviceKeys = z.strictObject({
  user_id: shortText,
  device_id: deviceId,
  algorithms: z.array(algorithm).max(10),
  keys: z.record(shortText, shortText),
  signatures,
});

const crossSigningKey = z.strictObject({
  user_id: shortText,
  usage: z.array(z.enum(['master', 'self_signing', 'user_signing'])).length(1),
  keys: z.record(shortText, shortText),
  signatures: signatures.optional(),
});

const oneTimeKey = z.strictObject({ key: shortText, signatures, fallback: z.boolean().optional() });
const oneTimeKeys = z.record(oneTimeKeyId, oneTimeKey);
const timeoutMs = z.int().min(0).max(30_000);

const isOwnDevice = (keys: z.infer<typeof deviceKeys>, session: CallerSession): boolean =>
  keys.user_id === session.caller && keys.device_id === session.device;

/** `POST keys/upload`: keys of the caller's own device and of nothing else. */
export const keysUpload = bodyRule({
  limitBytes: 64 * kibibyte,
  shape: z.strictObject({
    device_keys: deviceKeys.optional(),
    one_time_keys: oneTimeKeys.optional(),
    fallback_keys: oneTimeKeys.optional(),
  }),
  admits: (body, session) => body.device_keys === undefined || isOwnDevice(body.device_keys, session),
});

/** `POST keys/query`: about the caller and the counsellor. */
export const keysQuery = bodyRule({
  limitBytes: 16 * kibibyte,
  shape: z.strictObject({
    device_keys: z.record(shortText, z.array(deviceId).max(50)),
    timeout: timeoutMs.optional(),
  }),
  admits: (body, session) => areOwnPeople(Object.keys(body.device_keys), session),
});

/** `POST keys/claim`: anybody else's one-time keys could be used up by it. */
export const keysClaim = bodyRule({
  limitBytes: 16 * kibibyte,
  shape: z.strictObject({
    one_time_keys: z.record(shortText, z.record(deviceId, z.literal('signed_curve25519'))),
    timeout: timeoutMs.optional(),
  }),
  admits: (body, session) => areOwnPeople(Object.keys(body.one_time_keys), session),
});

/** `POST keys/device_signing/upload`: the caller's own identity, all three keys of it. */
export const deviceSigningUpload = bodyRule({
  limitBytes: 16 * kibibyte,
  shape: z.strictObject({
    master_key: crossSigningKey,
    self_signing_key: crossSigningKey,
    user_signing_key: crossSigningKey,
  }),
  admits: (body, session) =>
    Object.values(body).every((key) => key.user_id === session.caller) &&
    body.master_key.usage[0] === 'master' &&
    body.self_signing_key.usage[0] === 'self_signing' &&
    body.user_signing_key.usage[0] === 'user_signing',
});

/** `POST keys/signatures/upload`: the caller's own device and identity, and the counsellor's pinned master key (design 4). */
export const signaturesUpload = bodyRule({
  limitBytes: 16 * kibibyte,
  shape: z.record(shortText, z.record(shortText, z.union([deviceKeys, crossSigningKey]))),
  admits: (body, session) =>
    areOwnPeople(Object.keys(body), session) &&
    Object.entries(body).every(([person, signed]) =>
      Object.values(signed).every((key) => key.user_id === person && isSignable(key, session)),
    ),
});

function isSignable(
  key: z.infer<typeof deviceKeys> | z.infer<typeof crossSigningKey>,
  session: CallerSession,
): boolean {
  if ('device_id' in key) return isOwnDevice(key, session);
  return key.user_id === session.caller || key.usage[0] === 'master';
}

const olmMessage = z.object({
  algorithm: z.enum(['m.olm.v1.curve25519-aes-sha2', 'm.olm.v2.curve25519-aes-sha2']),
  ciphertext: z.union([
    z.record(shortText, z.strictObject({ type: z.int().min(0).max(1), body: z.string().max(32 * kibibyte) })),
    z.string().max(32 * kibibyte),
  ]),
  sender_key: shortText,
  'org.matrix.msgid': shortText.optional(),
});

/** `PUT sendToDevice/m.room.encrypted`: Olm ciphertext to devices of the caller and the counsellor; other fields are dropped. */
export const encryptedToDevice = bodyRule({
  limitBytes: 64 * kibibyte,
  shape: z.strictObject({ messages: z.record(shortText, z.record(deviceId, olmMessage)) }),
  admits: (body, session) => areOwnPeople(Object.keys(body.messages), session),
});

const withheldKey = z.object({
  algorithm,
  code: z.enum(['m.blacklisted', 'm.unverified', 'm.unauthorised', 'm.unavailable', 'm.no_olm']),
  reason: z.string().max(500).optional(),
  room_id: shortText.optional(),
  session_id: shortText.optional(),
  sender_key: shortText,
  from_device: shortText.optional(),
  'org.matrix.msgid': shortText.optional(),
});

/** `PUT sendToDevice/m.room_key.withheld`: says to an unsigned device that it gets no key of this room. */
export const withheldToDevice = bodyRule({
  limitBytes: 64 * kibibyte,
  shape: z.strictObject({ messages: z.record(shortText, z.record(deviceId, withheldKey)) }),
  admits: (body, session) =>
    areOwnPeople(Object.keys(body.messages), session) &&
    Object.values(body.messages).every((byDevice) =>
      Object.values(byDevice).every(
        (withheld) =>
          (withheld.room_id ?? session.roomId) === session.roomId &&
          (withheld.from_device ?? session.device) === session.device,
      ),
    ),
});
