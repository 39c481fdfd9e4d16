import type { ConversationId, UserId } from '../domain/ids.ts';

/** Who has been in a conversation as counsellor or reader, inside a unit of work; erased with the conversation (design 6). */
export interface Participants {
  /** Once more changes nothing. */
  add(conversationId: ConversationId, person: UserId): Promise<void>;
  /** In the order of their user ids. */
  of(conversationId: ConversationId): Promise<readonly UserId[]>;
}
