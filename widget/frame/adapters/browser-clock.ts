/** The frame's only clock. */
export interface BrowserClock {
  /** Milliseconds since 1970. */
  readonly nowMs: () => number;
  /** Calls back once, later; answers with how to prevent it. */
  readonly after: (delayMs: number, call: () => void) => () => void;
  /** Calls back again and again. */
  readonly every: (periodMs: number, call: () => void) => void;
  /** Resolves later, or at once when the signal is given. */
  readonly wait: (delayMs: number, signal?: AbortSignal) => Promise<void>;
}

/** The clock of the caller's device, which may be wrong by a day; what is shown goes by the service's (`service-clock.ts`). */
export const browserClock: BrowserClock = {
  nowMs: () => Date.now(),
  after: (delayMs, call) => {
    const timer = setTimeout(call, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
  every: (periodMs, call) => {
    setInterval(call, periodMs);
  },
  wait: (delayMs, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
