import { z } from 'zod';
import type { EventPlace } from '../../domain/conversation.ts';
import type { Action, QueuedAction } from '../../ports/actions.ts';
import { columns, jsonText } from './parse-rows.ts';

const kinds = {
  'desk-send': true,
  'desk-edit': true,
  'desk-hand': true,
  'desk-again': true,
  'desk-redact': true,
  'redact-command': true,
  'take-back-misplaced': true,
  'desk-remove': true,
  invite: true,
  remove: true,
  'prepare-return': true,
  'grant-invite': true,
  'revoke-invite': true,
  'put-back-levels': true,
  'close-room': true,
  'close-account': true,
  'tell-fault': true,
  'tell-remarks': true,
  'tell-hints': true,
  'contact-form': true,
  'contact-clear': true,
  'tell-looked': true,
  'tell-address': true,
} as const satisfies Record<Action['kind'], true>;

/** Only this service writes the column; what is checked is that this version of it knows the kind. */
function isAction(value: unknown): value is Action {
  return typeof value === 'object' && value !== null && 'kind' in value && String(value.kind) in kinds;
}

const action = jsonText.pipe(z.custom<Action>(isAction));

/** A waiting action, with how often it failed. */
export const waitingActionRow: z.ZodType<QueuedAction & { readonly attempts: number }> = z
  .object({
    key: z.string(),
    lane: z.string(),
    conversation_id: columns.conversationId.nullable(),
    action,
    attempts: z.int(),
  })
  .transform((row) => ({
    key: row.key,
    lane: row.lane,
    conversationId: row.conversation_id,
    action: row.action,
    attempts: row.attempts,
  }));

/** Where an action's event is. */
export const sentEventRow: z.ZodType<EventPlace> = z
  .object({ sent_room_id: columns.roomId, sent_event_id: columns.eventId })
  .transform((row) => ({ roomId: row.sent_room_id, eventId: row.sent_event_id }));

/** Whose event it is. */
export const actionKeyRow = z
  .object({ key: z.string(), conversation_id: columns.conversationId.nullable() })
  .transform((row) => ({ key: row.key, conversationId: row.conversation_id }));
