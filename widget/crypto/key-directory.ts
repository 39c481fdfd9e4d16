import type { KeyRequests } from './key-requests.ts';

/** Knows whose keys must be asked for again, and asks. */
export interface KeyDirectory {
  /** Somebody joined, or the homeserver said that their devices changed. */
  markStale(userId: string): void;
  /** Whether there is somebody to ask for. */
  isStale(): boolean;
  /** Asks for the keys of everybody marked that may be asked for; whoever could not be asked stays marked. Throws `GatewayError`. */
  refresh(): Promise<void>;
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
    async refresh() {
      const asked = [...stale].filter(mayAskFor);
      asked.forEach((userId) => stale.delete(userId));
      try {
        await requests.query(asked);
      } catch (error) {
        asked.forEach((userId) => stale.add(userId));
        throw error;
      }
    },
  };
}
