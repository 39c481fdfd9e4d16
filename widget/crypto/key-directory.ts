import type { KeyRequests } from './key-requests.ts';

/** Knows whose keys must be asked for again, and asks. */
export interface KeyDirectory {
  /** Somebody joined or was named, or the homeserver said that their devices changed. */
  markStale(userId: string): void;
  /** Whether there is somebody to ask for. */
  isStale(): boolean;
  /**
   * Asks for the keys of one person if they are marked and may be asked for; who could not be asked stays marked. One by one, so
   * that a colleague of whom the service no longer knows never stands in the way of the counsellor. Throws `GatewayError`.
   */
  refresh(userId: string): Promise<void>;
}

/** Starts with nobody marked. Whoever may not be asked for now stays marked until they may. */
export function createKeyDirectory(
  requests: KeyRequests,
  mayAskFor: (userId: string) => boolean,
): KeyDirectory {
  const stale = new Set<string>();
  return {
    markStale(userId) {
      stale.add(userId);
    },
    isStale: () => [...stale].some(mayAskFor),
    async refresh(userId) {
      if (!mayAskFor(userId) || !stale.delete(userId)) return;
      try {
        await requests.query([userId]);
      } catch (error) {
        stale.add(userId);
        throw error;
      }
    },
  };
}
