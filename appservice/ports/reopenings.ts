import type { ConversationId, UserId } from '../domain/ids.ts';
import type { Reopening } from '../domain/reopening.ts';
import type { Instant } from '../domain/time.ts';

/** For whom an ended conversation is open again, inside a unit of work (design 6); erased with the conversation. */
export interface Reopenings {
  /** In the order of their user ids. */
  of(conversationId: ConversationId): Promise<readonly Reopening[]>;
  /** One for each person: a later one takes the place of an earlier one. */
  save(conversationId: ConversationId, reopening: Reopening): Promise<void>;
  remove(conversationId: ConversationId, person: UserId): Promise<void>;
  /** Those whose hour is over at `now`, with their conversation. */
  over(now: Instant): Promise<readonly (Reopening & { readonly conversationId: ConversationId })[]>;
}
