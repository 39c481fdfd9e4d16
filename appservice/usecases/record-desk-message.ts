import type { DeskMessage, DeskRefusal } from '../domain/desk-message.ts';
import type { DeskSign } from '../domain/desk-sign.ts';
import type { ConversationId, EventId, UserId } from '../domain/ids.ts';
import type { DeskPlace } from '../ports/desk-rooms.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';

/** What the desk is to say, and where. */
export type DeskMessageEntry = {
  readonly to: DeskPlace;
  readonly key: string;
  readonly message: DeskMessage;
  readonly conversationId?: ConversationId;
  /** Rings: Element gives a desktop notification to this person. */
  readonly mention?: UserId;
  readonly hasHand?: boolean;
  /** What the desk puts under it, so that one press answers it; for a message that is no card. */
  readonly signs?: readonly DeskSign[];
};

/** Records that the desk says something. */
export async function recordDeskMessage(registers: Registers, entry: DeskMessageEntry): Promise<void> {
  await registers.actions.enqueue({
    key: entry.key,
    lane: actionLanes.desk(entry.to),
    conversationId: entry.conversationId ?? null,
    action: {
      kind: 'desk-send',
      to: entry.to,
      message: entry.message,
      mention: entry.mention ?? null,
      hasHand: entry.hasHand ?? false,
    },
  });
  if (entry.hasHand === true || entry.signs !== undefined) await recordHand(registers, entry);
}

async function recordHand(registers: Registers, card: DeskMessageEntry): Promise<void> {
  await registers.actions.enqueue({
    key: actionKeys.edit(card.key, 'hand'),
    lane: actionLanes.desk(card.to),
    conversationId: card.conversationId ?? null,
    action: { kind: 'desk-hand', of: card.key, ...(card.signs === undefined ? {} : { signs: card.signs }) },
  });
}

/** Records the answer to what somebody wrote or pressed; always in their own desk room (design 7). */
export async function recordAnswer(
  registers: Registers,
  answer: { readonly to: UserId; readonly eventId: EventId; readonly message: DeskMessage },
): Promise<void> {
  const key = actionKeys.cause(answer.eventId, 'answer');
  await recordDeskMessage(registers, { to: { own: answer.to }, key, message: answer.message });
}

/** Records that the desk refuses what somebody asked for. */
export async function recordRefusal(
  registers: Registers,
  entry: { readonly to: UserId; readonly eventId: EventId; readonly refusal: DeskRefusal },
): Promise<void> {
  const message = { kind: 'refusal', refusal: entry.refusal } as const;
  await recordAnswer(registers, { to: entry.to, eventId: entry.eventId, message });
}
