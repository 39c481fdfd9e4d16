import type { Conversation } from '../domain/conversation.ts';
import { isSameDay } from '../domain/recognition.ts';
import type { Instant } from '../domain/time.ts';
import type { Registers } from '../ports/unit-of-work.ts';

/** The word of an earlier conversation, and when that one began. */
export type EarlierWord = { readonly hash: string; readonly startedAt: Instant };

/** The code word of the last conversation of the same day and nickname in which one was agreed on (R28, S6); undefined without one. */
export async function earlierWord(
  { recognitions, codeWords }: Registers,
  { conversationId, createdAt }: Conversation,
): Promise<EarlierWord | undefined> {
  const own = await recognitions.of(conversationId);
  const marks = own.flatMap(({ kind, mark }) => (kind === 'nickname' ? [mark] : []));
  for (const contact of await recognitions.contactsWith('nickname', marks)) {
    const { startedAt } = contact;
    const isEarlier = contact.conversationId !== conversationId && startedAt <= createdAt;
    if (!isEarlier || !isSameDay(startedAt, createdAt)) continue;
    const { hash } = await codeWords.find(contact.conversationId);
    if (hash !== null) return { hash, startedAt };
  }
  return undefined;
}
