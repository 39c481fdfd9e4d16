import type { CaseNumber } from '../domain/ids.ts';
import type { Found } from '../domain/reopening.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** The conversation of a number, with who has been in it; undefined when there is none. */
export async function findReading(
  { conversations, participants }: Registers,
  caseNumber: CaseNumber,
): Promise<Found> {
  const conversation = await conversations.findByCaseNumber(caseNumber);
  return conversation && { conversation, participants: await participants.of(conversation.conversationId) };
}
