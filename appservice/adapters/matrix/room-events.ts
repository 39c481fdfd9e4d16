import { z } from 'zod';
import { parseEventId, parseRoomId, parseUserId } from '../../domain/ids.ts';
import type { RoomEvent, RoomEventContent } from '../../ports/room-event.ts';
import { membershipSchema } from './membership.ts';
import { levelsSchema } from './room-levels.ts';

const eventSchema = z.object({
  type: z.string().max(255),
  event_id: z.string(),
  room_id: z.string(),
  sender: z.string(),
  origin_server_ts: z.int().min(0),
  state_key: z.string().max(255).optional(),
  redacts: z.string().optional(),
  content: z.unknown(),
});

const memberSchema = z.object({ membership: membershipSchema });

const reactionSchema = z.object({
  'm.relates_to': z.object({
    rel_type: z.literal('m.annotation'),
    event_id: z.string(),
    key: z.string().min(1).max(100),
  }),
});

const objectSchema = z.record(z.string(), z.unknown());

/**
 * Parses one event of a transaction (Application Service API, `ClientEvent`). Undefined when it is no event of a room; an
 * event whose content is not what its type promises is of the kind `other`.
 */
export function parseRoomEvents(raw: unknown): RoomEvent | undefined {
  const parsed = eventSchema.safeParse(raw);
  const whole = objectSchema.safeParse(raw);
  if (!parsed.success || !whole.success) return undefined;
  const event = parsed.data;
  const eventId = parseEventId(event.event_id);
  const roomId = parseRoomId(event.room_id);
  const sender = parseUserId(event.sender);
  if (eventId === undefined || roomId === undefined || sender === undefined) return undefined;
  const content = contentOf(event);
  return { eventId, roomId, sender, originServerTs: event.origin_server_ts, content, raw: whole.data };
}

function contentOf(event: z.infer<typeof eventSchema>): RoomEventContent {
  if (event.state_key !== undefined) return stateContentOf(event, event.state_key);
  switch (event.type) {
    case 'm.room.encrypted':
      return { kind: 'encrypted' };
    case 'm.room.message':
      return { kind: 'plain-message' };
    case 'm.reaction':
      return reactionOf(event.content);
    case 'm.room.redaction':
      return redactionOf(event);
    default:
      return { kind: 'other' };
  }
}

function stateContentOf(event: z.infer<typeof eventSchema>, stateKey: string): RoomEventContent {
  if (event.type === 'm.room.power_levels') {
    return { kind: 'power-levels', levels: levelsSchema.safeParse(event.content).data ?? null };
  }
  const member = parseUserId(stateKey);
  const content = memberSchema.safeParse(event.content);
  if (event.type !== 'm.room.member' || member === undefined || !content.success) return { kind: 'other' };
  return { kind: 'member', member, membership: content.data.membership };
}

const redactionSchema = z.object({ redacts: z.string() });

/** Since room version 11 it stands in the content (MSC2174); the homeserver may add the old place for old clients. */
function redactionOf(event: z.infer<typeof eventSchema>): RoomEventContent {
  const redacts = redactionSchema.safeParse(event.content).data?.redacts ?? event.redacts;
  const of = redacts === undefined ? undefined : parseEventId(redacts);
  return of === undefined ? { kind: 'other' } : { kind: 'redaction', of };
}

function reactionOf(content: unknown): RoomEventContent {
  const parsed = reactionSchema.safeParse(content);
  if (!parsed.success) return { kind: 'other' };
  const relation = parsed.data['m.relates_to'];
  const to = parseEventId(relation.event_id);
  return to === undefined ? { kind: 'other' } : { kind: 'reaction', to, key: relation.key };
}
