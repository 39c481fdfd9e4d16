import { CryptoEvent, DecryptionFailureCode } from 'matrix-js-sdk/lib/crypto-api/index.js';
import { MatrixEvent, MatrixEventEvent } from 'matrix-js-sdk/lib/models/event.js';
import { z } from 'zod';
import type { DeskReader, DeskReading } from '../../ports/desk.ts';
import type { RoomEvent } from '../../ports/room-event.ts';
import { parseEventId, type UserId } from '../../domain/ids.ts';
import type { DeskDevice } from './desk-device.ts';
import { HomeserverError } from './homeserver-error.ts';
import { messageKeyOf } from './message-key.ts';

/** The key comes by sync, the message by transaction: the key may be the later one. */
const keyLimitMs = 5_000;

/** A device that was signed a moment ago may not be known as signed yet. */
const signatureLimitMs = 1_500;

/** Somebody who was waited for in vain is not waited for again for so long: nobody can hold up everybody else. */
const impatienceMs = 60_000;

const eventSchema = z.object({
  type: z.string(),
  event_id: z.string(),
  room_id: z.string(),
  sender: z.string(),
  origin_server_ts: z.number(),
  content: z.record(z.string(), z.unknown()),
});

const ciphertextSchema = z.object({ ciphertext: z.string(), session_id: z.string() });

const textSchema = z.object({
  msgtype: z.literal('m.text'),
  body: z.string(),
  'm.relates_to': z
    .object({
      rel_type: z.string().optional(),
      event_id: z.string().optional(),
      'm.in_reply_to': z.looseObject({}).optional(),
    })
    .optional(),
  'm.new_content': z.object({ body: z.string() }).optional(),
});

/** The desk reads with its own crypto what a transaction brought; only devices that their owner signed are believed. */
export function deskReader(desk: DeskDevice): DeskReader {
  const givenUp = new Set<UserId>();
  return {
    read: async (event) => {
      if (event.sender === desk.userId) return { kind: 'nothing' };
      if (event.content.kind === 'plain-message') return { kind: 'not-encrypted' };
      if (event.content.kind !== 'encrypted') return { kind: 'nothing' };
      return readEncrypted(desk, event, givenUp);
    },
  };
}

async function readEncrypted(desk: DeskDevice, event: RoomEvent, givenUp: Set<UserId>): Promise<DeskReading> {
  const raw = eventSchema.safeParse(event.raw);
  if (!raw.success || Object.keys(raw.data.content).length === 0) return { kind: 'nothing' }; // taken back meanwhile
  const wire = ciphertextSchema.safeParse(raw.data.content);
  if (!wire.success) return { kind: 'unreadable' };
  await waitUntilReady(desk);
  const message = new MatrixEvent(raw.data);
  await message.attemptDecryption(desk.crypto);
  const limitMs = givenUp.has(event.sender) ? 0 : patienceMs(message);
  if (limitMs > 0) {
    await waitForKey(desk, message, limitMs);
    if (message.isDecryptionFailure()) giveUp(givenUp, event.sender);
  }
  if (message.isDecryptionFailure() || message.getSender() !== event.sender) return { kind: 'unreadable' };
  const messageKey = messageKeyOf(wire.data.session_id, wire.data.ciphertext);
  return messageKey === undefined ? { kind: 'unreadable' } : readingOf(message, messageKey);
}

/** After a start the keys of what was written meanwhile come with the first sync. */
async function waitUntilReady(desk: DeskDevice): Promise<void> {
  const limit = AbortSignal.timeout(keyLimitMs);
  const late = new Promise<void>((resolve) => {
    limit.addEventListener('abort', () => {
      resolve();
    });
  });
  await Promise.race([desk.ready, late]);
  if (!desk.isReady()) throw new HomeserverError('desk-not-ready');
}

/** Reasons that nothing which may still come would change. */
const finalReasons: ReadonlySet<DecryptionFailureCode> = new Set([
  DecryptionFailureCode.MEGOLM_KEY_WITHHELD,
  DecryptionFailureCode.MEGOLM_KEY_WITHHELD_FOR_UNVERIFIED_DEVICE,
  DecryptionFailureCode.SENDER_IDENTITY_PREVIOUSLY_VERIFIED,
]);

/** How long it is worth waiting, by why the message cannot be read. */
function patienceMs(message: MatrixEvent): number {
  const reason = message.decryptionFailureReason;
  if (reason === null || finalReasons.has(reason)) return 0;
  const isAboutDevice =
    reason === DecryptionFailureCode.UNSIGNED_SENDER_DEVICE ||
    reason === DecryptionFailureCode.UNKNOWN_SENDER_DEVICE;
  return isAboutDevice ? signatureLimitMs : keyLimitMs;
}

/** Tries again when keys or devices came, and once more at the end. */
function waitForKey(desk: DeskDevice, message: MatrixEvent, limitMs: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(limit);
      message.off(MatrixEventEvent.Decrypted, look);
      desk.client.off(CryptoEvent.DevicesUpdated, retry);
      resolve();
    };
    const look = (): void => {
      if (!message.isDecryptionFailure()) end();
    };
    const retry = (): void => {
      if (message.isDecryptionFailure()) {
        message.attemptDecryption(desk.crypto, { isRetry: true }).then(look, end);
      }
    };
    const limit = setTimeout(() => {
      if (message.isDecryptionFailure()) {
        message.attemptDecryption(desk.crypto, { isRetry: true }).then(end, end);
      } else end();
    }, limitMs);
    message.on(MatrixEventEvent.Decrypted, look);
    desk.client.on(CryptoEvent.DevicesUpdated, retry);
  });
}

function giveUp(givenUp: Set<UserId>, sender: UserId): void {
  givenUp.add(sender);
  setTimeout(() => givenUp.delete(sender), impatienceMs).unref();
}

/** Only words count, alone or as a reply or in a thread: a picture with a caption, an emote, a notice are nothing to the desk. */
function readingOf(message: MatrixEvent, messageKey: string): DeskReading {
  const text = textSchema.safeParse(message.getContent());
  if (message.getType() !== 'm.room.message' || !text.success) return { kind: 'nothing' };
  const { body, 'm.relates_to': relation, 'm.new_content': replacing } = text.data;
  if (relation?.rel_type === 'm.replace' || replacing !== undefined) {
    const of = parseEventId(relation?.event_id ?? '');
    return of === undefined || replacing === undefined
      ? { kind: 'nothing' }
      : { kind: 'edit', of, newBody: replacing.body };
  }
  const isReply = relation?.['m.in_reply_to'] !== undefined;
  return { kind: 'text', body: isReply ? withoutQuote(body) : body, messageKey };
}

/** Older clients repeat what a reply is about, line by line after `> `, and then an empty line (MSC2781). */
function withoutQuote(body: string): string {
  return body.replace(/^(?:> [^\n]*\n)+\n?/, '');
}
