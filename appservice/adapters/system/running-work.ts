import { setTimeout as pause } from 'node:timers/promises';

/** Work that nobody waits for while it is under way, but that is waited for at the end. */
export interface RunningWork {
  /** `work` never rejects. */
  add(work: Promise<void>): void;
  /** Resolves when nothing is under way any more, or after `limitMs`. */
  settled(limitMs: number): Promise<void>;
}

/** Nothing under way yet. */
export function runningWork(): RunningWork {
  const running = new Set<Promise<void>>();
  return {
    add: (work) => {
      const ended = work.finally(() => running.delete(ended));
      running.add(ended);
    },
    settled: async (limitMs) => {
      const limit = new AbortController();
      const tooLate = pause(limitMs, undefined, { signal: limit.signal }).catch(() => undefined);
      await Promise.race([Promise.all(running), tooLate]);
      limit.abort();
    },
  };
}
