import { Method } from 'matrix-js-sdk/lib/http-api/index.js';
import { MatrixEvent } from 'matrix-js-sdk/lib/models/event.js';
import { z } from 'zod';
import type { EventPlace } from '../../domain/conversation.ts';
import { parseEventId, type EventId, type RoomId } from '../../domain/ids.ts';
import type { DeskMessage } from '../../domain/desk-message.ts';
import type { DeskSender } from '../../ports/desk.ts';
import { canBeRead } from './can-be-read.ts';
import { clearMessage } from './clear-message.ts';
import { editContent, messageContent, type Content } from './desk-content.ts';
import type { DeskDevice } from './desk-device.ts';
import { deskFailure } from './desk-failure.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path } from './homeserver-requests.ts';
import { transactionIdOf } from './transaction-id.ts';

/** The keys of a hand: the first takes, the second passes (design 5.6). */
export const handKeys = ['✋', '✖'] as const;

type Outgoing = { readonly type: string; readonly content: Content; readonly transactionId: string };

/**
 * The desk speaks. Keys become transaction ids, by which the homeserver knows a repeated sending (MSC3970); they are hashed,
 * because they lie on its disk. `words` puts a message into text.
 */
export function deskSender(desk: DeskDevice, words: (message: DeskMessage) => string): DeskSender {
  return {
    send: async ({ roomId, key, message, mention }) => {
      const eventId = await say(desk, roomId, {
        key,
        message,
        content: messageContent(words(message), mention),
      });
      return { roomId, eventId };
    },
    raiseHand: ({ of, key }) => addSigns(desk, { ...of, key, signs: handKeys }),
    putSigns: ({ of, key, signs }) => addSigns(desk, { ...of, key, signs }),
    clear: async (message) => {
      requireReady(desk);
      await clearMessage(desk, message);
    },
    edit: async ({ of, key, message }) => {
      await say(desk, of.roomId, { key, message, content: editContent(words(message), of.eventId) });
    },
    redact: async ({ of, key }) => {
      requireReady(desk);
      const place = path`/rooms/${of.roomId}/redact/${of.eventId}/${transactionIdOf(key)}`;
      await putTo(desk, place, {});
    },
  };
}

type Saying = { readonly key: string; readonly message: DeskMessage; readonly content: Content };

/**
 * Encrypted always, but for one kind of message: that a person has no device which may read the desk. Nobody could read that
 * if it were encrypted, and it says nothing else.
 */
async function say(desk: DeskDevice, roomId: RoomId, { key, message, content }: Saying): Promise<EventId> {
  requireReady(desk);
  const room = await desk.room(roomId);
  const transactionId = transactionIdOf(key);
  const isReadable = await canBeRead({ desk, room }); // also brings the person's devices up to date
  if (isAboutDevices(message) && !isReadable) {
    return put(desk, roomId, { type: 'm.room.message', content, transactionId });
  }
  const event = new MatrixEvent({
    type: 'm.room.message',
    room_id: roomId,
    sender: desk.userId,
    content: { ...content },
  });
  try {
    await desk.crypto.encryptEvent(event, room);
  } catch (error) {
    throw deskFailure(error);
  }
  if (event.getWireType() !== 'm.room.encrypted') throw new HomeserverError('library-changed');
  return put(desk, roomId, { type: 'm.room.encrypted', content: event.getWireContent(), transactionId });
}

function isAboutDevices(message: DeskMessage): boolean {
  if (message.kind !== 'refusal') return false;
  const { code } = message.refusal;
  return code === 'no-cross-signing' || code === 'no-signed-device' || code === 'not-read';
}

async function addSigns(
  desk: DeskDevice,
  card: EventPlace & { readonly key: string; readonly signs: readonly string[] },
): Promise<void> {
  requireReady(desk);
  for (const sign of card.signs) {
    const content = { 'm.relates_to': { rel_type: 'm.annotation', event_id: card.eventId, key: sign } };
    const transactionId = transactionIdOf(`${card.key} ${sign}`);
    await put(desk, card.roomId, { type: 'm.reaction', content, transactionId });
  }
}

function requireReady(desk: DeskDevice): void {
  if (!desk.isReady()) throw new HomeserverError('desk-not-ready');
}

const sentSchema = z.object({ event_id: z.string() });

async function put(desk: DeskDevice, roomId: RoomId, outgoing: Outgoing): Promise<EventId> {
  return putTo(
    desk,
    path`/rooms/${roomId}/send/${outgoing.type}/${outgoing.transactionId}`,
    outgoing.content,
  );
}

async function putTo(desk: DeskDevice, place: string, content: Content): Promise<EventId> {
  const answer: unknown = await desk.client.http
    .authedRequest(Method.Put, place, undefined, content)
    .catch((error: unknown) => {
      throw deskFailure(error);
    });
  const parsed = sentSchema.safeParse(answer);
  const eventId = parsed.success ? parseEventId(parsed.data.event_id) : undefined;
  if (eventId === undefined) throw new HomeserverError('unexpected-answer');
  return eventId;
}
