import { messageLimitCharacters } from '../../appservice/contract/conversation.ts';
import { countCharacters } from '../count-characters.ts';
import type { FromWorker } from '../worker-messages.ts';
import type { WaitingMessage } from './waiting-message.ts';
import { noWordStore, type WordStore } from './word-store.ts';

/** Keeps the caller's words in order until the homeserver has them; each word goes out once (design 5.7). */
export interface Outbox {
  /** Takes words; a repeat of the same id is harmless. */
  accept(message: WaitingMessage): readonly FromWorker[];
  /** Words that an earlier page of this conversation had not got out, oldest first; they are kept already. */
  restore(earlier: readonly WaitingMessage[]): void;
  /** The oldest that waits. */
  next(): WaitingMessage | undefined;
  /** The homeserver has it under this event id. */
  markSent(id: string, eventId: string): readonly FromWorker[];
  /** It will never be taken: the words stay in the composer. */
  markRefused(id: string): readonly FromWorker[];
  /** Nothing can go out now; each message is reported once. */
  holdAll(): readonly FromWorker[];
  clear(): void;
}

/** Starts empty. What waits is also put into `words`, and removed from there when it waits no longer. */
export function createOutbox(words: Pick<WordStore, 'put' | 'remove'> = noWordStore): Outbox {
  const waiting = new Map<string, WaitingMessage>();
  const held = new Set<string>();
  const sent = new Map<string, string>();
  return {
    accept(message) {
      const eventId = sent.get(message.id);
      if (eventId !== undefined) return [{ kind: 'sent', id: message.id, eventId }];
      if (waiting.has(message.id)) return [];
      if (!isOfLength(message.body)) return [{ kind: 'refused', id: message.id }];
      waiting.set(message.id, message);
      words.put(message);
      return [];
    },
    restore(earlier) {
      for (const message of earlier) waiting.set(message.id, message);
    },
    next: () => waiting.values().next().value,
    markSent(id, eventId) {
      waiting.delete(id);
      held.delete(id);
      sent.set(id, eventId);
      words.remove(id);
      return [{ kind: 'sent', id, eventId }];
    },
    markRefused(id) {
      waiting.delete(id);
      held.delete(id);
      words.remove(id);
      return [{ kind: 'refused', id }];
    },
    holdAll() {
      const news = [...waiting.keys()].filter((id) => !held.has(id));
      news.forEach((id) => held.add(id));
      return news.map((id) => ({ kind: 'held', id }));
    },
    clear() {
      waiting.clear();
      held.clear();
      sent.clear();
    },
  };
}

/** From one character to the longest message (S27). */
function isOfLength(body: string): boolean {
  return body.length > 0 && countCharacters(body) <= messageLimitCharacters;
}
