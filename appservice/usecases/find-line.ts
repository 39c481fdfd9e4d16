import { isPerhapsShared, sharedLineMs, type Block } from '../domain/blocking.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/**
 * What becomes of the line that a blocked conversation came from (R35): it is blocked as well, but for one that somebody else may
 * be behind, which is a question. Null when it is not known.
 */
export async function findLine(
  registers: Registers,
  conversation: Conversation,
  now: Instant,
): Promise<Block['line']> {
  const own = await registers.recognitions.of(conversation.conversationId);
  const mark = own.find(({ kind }) => kind === 'address')?.mark;
  if (mark === undefined) return null;
  const others = await othersOn(registers, mark, now);
  return { standing: isPerhapsShared(others, conversation, now) ? 'asked' : 'blocked', mark };
}

/** Conversations from a line that run, or started a short while ago. */
async function othersOn(
  { recognitions, conversations }: Registers,
  mark: NonNullable<Block['line']>['mark'],
  now: Instant,
): Promise<readonly Conversation[]> {
  const open = await conversations.open();
  const onLine = await recognitions.matching('address', [mark]);
  const found = onLine.map(async ({ conversationId, recordedAt }) => {
    const running = open.find((each) => each.conversationId === conversationId);
    if (running !== undefined || now - recordedAt >= sharedLineMs) return running;
    return await conversations.find(conversationId);
  });
  return (await Promise.all(found)).flatMap((each) => each ?? []);
}
