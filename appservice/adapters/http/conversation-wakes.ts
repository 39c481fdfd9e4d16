import type { ConversationId } from '../../domain/ids.ts';
import type { Changes } from '../../ports/changes.ts';

/** Wakes the requests that wait for one conversation, when something of it was committed. */
export interface ConversationWakes {
  /** Calls back at each change of this conversation, and once when the service stops. Returns how to stop listening. */
  listen(conversationId: ConversationId, wake: () => void): () => void;
  /** Aborted when the service stops: nobody waits any longer. */
  readonly stopped: AbortSignal;
  stop(): void;
}

/** One subscription to the changes, shared by every waiting request of this process. */
export function createConversationWakes(changes: Changes): ConversationWakes {
  const waiting = new Map<ConversationId, Set<() => void>>();
  const stopping = new AbortController();
  const unsubscribe = changes.subscribe((change) => {
    if (change.kind !== 'conversation') return;
    for (const wake of [...(waiting.get(change.conversationId) ?? [])]) wake();
  });
  return {
    listen: (conversationId, wake) => {
      const listeners = waiting.get(conversationId) ?? new Set();
      waiting.set(conversationId, listeners.add(wake));
      return () => {
        listeners.delete(wake);
        if (listeners.size === 0 && waiting.get(conversationId) === listeners) waiting.delete(conversationId);
      };
    },
    stopped: stopping.signal,
    stop: () => {
      unsubscribe();
      stopping.abort();
      for (const listeners of [...waiting.values()]) for (const wake of [...listeners]) wake();
    },
  };
}
