import type { ConversationId } from '../domain/ids.ts';

/** What a committed unit of work or transaction touched; a hint to look again, in every replica. */
export type Change =
  | { readonly kind: 'conversation'; readonly conversationId: ConversationId }
  | { readonly kind: 'duty' | 'closure' | 'actions' | 'transactions' };

/** Tells of changes after they are committed. A hint may be lost while the database is away: whoever listens also looks by the clock. */
export interface Changes {
  /** Returns how to stop listening. */
  subscribe(listener: (change: Change) => void): () => void;
}
