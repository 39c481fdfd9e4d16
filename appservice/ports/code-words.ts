import type { CodeWord } from '../domain/code-word.ts';
import type { ConversationId } from '../domain/ids.ts';

/** The code words of conversations, inside a unit of work; hashes only, and they go with their conversation (S6). */
export interface CodeWords {
  /** `noCodeWord` for a conversation in which none was named. */
  find(conversationId: ConversationId): Promise<CodeWord>;
  save(conversationId: ConversationId, codeWord: CodeWord): Promise<void>;
}
