import type { Conversation } from '../domain/conversation.ts';
import { meantConversation, type MeantBy, type NotMeant } from '../domain/meant-conversation.ts';
import type { Result } from '../domain/result.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** The conversation that a command of the desk means, or why none is meant. */
export async function findMeant(
  { conversations, departures }: Registers,
  now: Instant,
  by: MeantBy,
): Promise<Result<Conversation, NotMeant>> {
  const facts = { open: await conversations.open(), departures: await departures.of(by.person), now };
  return meantConversation(facts, by);
}
