import type { ConversationId } from '../domain/ids.ts';

/** What a reloaded page needs to go on with its conversation; one row per open conversation, gone with its end (R27). */
export type Resume = {
  readonly conversationId: ConversationId;
  /** The key of what the caller's browser keeps on its device, as `ResumeKeys` sealed it. */
  readonly sealedStoreKey: Uint8Array;
};

/**
 * The resume tokens of open conversations, inside a unit of work; hashes only. A token is offered, and becomes the only one
 * when the browser shows it: until then the one before it is good as well, because the answer that carried the new one may
 * have been lost.
 */
export interface Resumes {
  insert(resume: Resume, tokenHash: string): Promise<void>;
  find(conversationId: ConversationId): Promise<Resume | undefined>;
  /** By the present token or the one that is offered. */
  findByToken(tokenHash: string): Promise<Resume | undefined>;
  /** Offers another token; one that was offered before and never shown is void. */
  offer(conversationId: ConversationId, tokenHash: string): Promise<void>;
  /** The browser has shown this token: an offered one becomes the present one, and the one before it is void. */
  confirm(conversationId: ConversationId, tokenHash: string): Promise<void>;
  /** How this conversation knows the token. */
  knows(conversationId: ConversationId, tokenHash: string): Promise<'present' | 'offered' | 'not'>;
  /** Every token by which the browser may come back: the present one, and the one that is offered. None once it has ended. */
  tokensOf(conversationId: ConversationId): Promise<readonly string[]>;
  all(): Promise<readonly Resume[]>;
  /** Replaces the sealed key; nothing when the conversation has ended meanwhile. */
  reseal(resume: Resume): Promise<void>;
  remove(conversationId: ConversationId): Promise<void>;
}
