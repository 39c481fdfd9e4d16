import { createHash } from 'node:crypto';
import { Method } from 'matrix-js-sdk/lib/http-api/index.js';
import { z } from 'zod';
import type { EventPlace } from '../../domain/conversation.ts';
import type { DeskDevice } from './desk-device.ts';
import { deskFailure } from './desk-failure.ts';
import { HomeserverError } from './homeserver-error.ts';
import { path } from './homeserver-requests.ts';

const pageSchema = z.object({
  chunk: z.array(
    z.object({
      event_id: z.string(),
      sender: z.string(),
      type: z.string(),
    }),
  ),
  next_batch: z.string().optional(),
});

type Related = z.infer<typeof pageSchema>['chunk'][number];

/**
 * Redacts a message and each of what hangs on it: a homeserver that redacts a message keeps its edits and reactions. What was redacted
 * before hangs on it no more, so a repeat goes on where it stopped.
 */
export async function clearMessage(
  desk: DeskDevice,
  {
    of,
    key,
    isWithOwnSigns,
  }: { readonly of: EventPlace; readonly key: string; readonly isWithOwnSigns: boolean },
): Promise<void> {
  const related = await relatedTo(desk, of);
  const isTelling = ({ sender, type }: Related) =>
    isWithOwnSigns || sender !== desk.userId || type !== 'm.reaction';
  for (const { event_id: eventId } of related.filter(isTelling)) await redact(desk, { ...of, eventId }, key);
  await redact(desk, of, key);
}

async function relatedTo(desk: DeskDevice, { roomId, eventId }: EventPlace): Promise<readonly Related[]> {
  const found: Related[] = [];
  let from: string | undefined;
  do {
    const answer: unknown = await desk.client
      .fetchRelations(roomId, eventId, null, null, { limit: 100, ...(from === undefined ? {} : { from }) })
      .catch((error: unknown) => {
        throw deskFailure(error);
      });
    const parsed = pageSchema.safeParse(answer);
    if (!parsed.success) throw new HomeserverError('unexpected-answer');
    found.push(...parsed.data.chunk);
    from = parsed.data.next_batch;
  } while (from !== undefined);
  return found;
}

async function redact(
  desk: DeskDevice,
  { roomId, eventId }: { readonly roomId: EventPlace['roomId']; readonly eventId: string },
  key: string,
): Promise<void> {
  const transactionId = createHash('sha256').update(`${key} ${eventId}`).digest('base64url');
  await desk.client.http
    .authedRequest(Method.Put, path`/rooms/${roomId}/redact/${eventId}/${transactionId}`, undefined, {})
    .catch((error: unknown) => {
      throw deskFailure(error);
    });
}
