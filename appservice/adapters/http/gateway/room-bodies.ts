import { z } from 'zod';
import { HttpError } from '../http-error.ts';
import { bodyRule, type BodyRule } from './body-rule.ts';

const kibibyte = 1_024;
const shortText = z.string().max(255);
const eventId = z.string().regex(/^\$[A-Za-z0-9_-]{43}$/);

/**
 * The longest ciphertext, characters of base64: 4,000 characters (S27) of four bytes each and the JSON around them make
 * 16,400 bytes, Megolm adds under 200, base64 a third.
 */
const ciphertextLimitCharacters = 22_400;

/** What stands in clear on an encrypted event (MSC2674, MSC2676, MSC3440); nothing else may. */
const relation = z.strictObject({
  rel_type: z.enum(['m.replace', 'm.thread']).optional(),
  event_id: eventId.optional(),
  is_falling_back: z.boolean().optional(),
  'm.in_reply_to': z.strictObject({ event_id: eventId }).optional(),
});

const encryptedEvent: BodyRule = bodyRule({
  limitBytes: 28 * kibibyte,
  shape: z.object({
    algorithm: z.literal('m.megolm.v1.aes-sha2'),
    ciphertext: z
      .string()
      .min(1)
      .regex(/^[A-Za-z0-9+/]+$/),
    session_id: z.string().min(1).max(255),
    sender_key: shortText.optional(),
    device_id: shortText.optional(),
    'm.relates_to': relation.optional(),
  }),
  admits: (body, session) => (body.device_id ?? session.device) === session.device,
});

/** `PUT send/m.room.encrypted`: Megolm ciphertext; unknown fields in clear are dropped, a message that is too long is refused. */
export const roomMessage: BodyRule = {
  limitBytes: encryptedEvent.limitBytes,
  check: (body, session) => {
    const length = z.object({ ciphertext: z.string() }).safeParse(body).data?.ciphertext.length ?? 0;
    if (length > ciphertextLimitCharacters) throw new HttpError('M_TOO_LARGE');
    return encryptedEvent.check(body, session);
  },
};

/** `PUT typing/{self}`. */
export const typing = bodyRule({
  limitBytes: kibibyte,
  shape: z.strictObject({ typing: z.boolean(), timeout: z.int().min(0).max(60_000).optional() }),
  admits: () => true,
});

/** `POST invite`: the one colleague whom the desk named, while it says so; a reason would be text in clear (design 6). */
export const invitation = bodyRule({
  limitBytes: kibibyte,
  shape: z.strictObject({ user_id: shortText }),
  admits: (body, { invitee }) => invitee !== null && body.user_id === invitee,
});

/** Receipts and removals take no arguments: a reason would be text in clear. */
export const noArguments = bodyRule({
  limitBytes: kibibyte,
  shape: z.strictObject({}),
  admits: () => true,
});
