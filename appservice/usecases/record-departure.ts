import type { Conversation } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { justEndedMs } from '../domain/meant-conversation.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** Records that somebody had or read a conversation until now, and forgets what no command can mean any more. */
export async function recordDeparture(
  { departures }: Registers,
  now: Instant,
  leaving: { readonly conversation: Conversation; readonly person: UserId; readonly wasReading: boolean },
): Promise<void> {
  const { conversation, person, wasReading } = leaving;
  const { conversationId, caseNumber } = conversation;
  await departures.forgetBefore(now - justEndedMs);
  await departures.save({ conversationId, caseNumber, person, wasReading, at: now });
}
