import type { Conversation } from './conversation.ts';
import type { UserId } from './ids.ts';
import { freeSlotsForCallers, onDuty, type SlotFacts } from './slots.ts';
import { minuteMs } from './time.ts';

/** The waiting room as it is configured (S39); a size of 0 is none. */
export type WaitingRoom = { readonly size: number };

/** From here on to closing time nobody is let in who could not be served any more (S39). */
const lastMs = 30 * minuteMs;

/**
 * How many callers may wait beside those for whom somebody is free (S39). In the last half hour each counsellor can take one more
 * at the most, so no more are let in than there are slots. Zero without a waiting room.
 */
export function waitingPlaces(
  { size }: WaitingRoom,
  facts: Pick<SlotFacts, 'roster' | 'duties'>,
  msToClosing: number,
): number {
  if (msToClosing > lastMs) return size;
  const slots = onDuty(facts).reduce((sum, { member }) => sum + member.slots, 0);
  return Math.min(size, slots);
}

/**
 * The place of a waiting conversation behind those for whom somebody is free, from 1 on, in the order of arrival; null for
 * whoever is being asked for, and without a waiting room.
 */
export function placeInQueue(
  waitingRoom: WaitingRoom,
  conversation: Conversation,
  facts: SlotFacts,
): number | null {
  if (waitingRoom.size === 0 || !isUnanswered(conversation)) return null;
  const unanswered = facts.openConversations.filter(isUnanswered);
  const before = unanswered.filter((each) => isBefore(each, conversation)).length;
  const free = freeSlotsForCallers(facts) + unanswered.length;
  const place = before + 1 - Math.max(0, free);
  return place > 0 ? place : null;
}

/**
 * The conversation that has waited longer and is not being asked of another counsellor, where the waiting room keeps an order:
 * going before it needs a reason (S39). Undefined when there is none.
 */
export function waitsLonger(
  room: WaitingRoom,
  conversation: Conversation,
  others: { readonly openConversations: readonly Conversation[]; readonly counsellor: UserId },
): Conversation | undefined {
  if (room.size === 0) return undefined;
  return others.openConversations.find(
    (each) =>
      each.phase.name === 'waiting' &&
      (each.phase.ring === null || each.phase.ring.counsellor === others.counsellor) &&
      isBefore(each, conversation),
  );
}

function isUnanswered({ phase }: Conversation): boolean {
  return phase.name === 'starting' || phase.name === 'waiting';
}

function isBefore(one: Conversation, other: Conversation): boolean {
  return (
    one.createdAt < other.createdAt ||
    (one.createdAt === other.createdAt && one.conversationId < other.conversationId)
  );
}
