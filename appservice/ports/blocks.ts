import type { Block } from '../domain/blocking.ts';
import type { ConversationId } from '../domain/ids.ts';

/**
 * The list of blocks (R35), inside a unit of work; hashes and fingerprints only. Reading it fails with `blocks-unreadable` when
 * it is missing or is not what this program understands: that is never "nobody is blocked" (lessons 1.10).
 */
export interface Blocks {
  /** Every block that was not removed, oldest first, also those whose time is over. */
  all(): Promise<readonly Block[]>;
  /** One for each conversation: a second one is a conflict. */
  add(block: Block): Promise<void>;
  /** Whether the line is blocked as well; null forgets it. */
  setLine(conversationId: ConversationId, line: Block['line']): Promise<void>;
  /** Lifted or over: the row goes, with all that could recognise somebody. */
  remove(conversationId: ConversationId): Promise<void>;
}
