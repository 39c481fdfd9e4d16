import type { BrowserClock } from '../../../widget/frame/adapters/browser-clock.ts';

/** A browser's clock in the test's hand. */
export type DrivenBrowserClock = BrowserClock & {
  /** Lets time go by, and everything happen that is due. */
  readonly elapse: (ms: number) => void;
};

/** Starts at zero with nothing due. */
export function drivenBrowserClock(): DrivenBrowserClock {
  let nowMs = 0;
  const due = new Map<object, { readonly atMs: number; readonly call: () => void }>();
  const after: BrowserClock['after'] = (delayMs, call) => {
    const entry = {};
    due.set(entry, { atMs: nowMs + delayMs, call });
    return () => {
      due.delete(entry);
    };
  };
  return {
    nowMs: () => nowMs,
    after,
    every: () => undefined,
    wait: (delayMs, signal) =>
      new Promise((resolve) => {
        const cancel = after(delayMs, resolve);
        signal?.addEventListener('abort', () => {
          cancel();
          resolve();
        });
      }),
    elapse: (ms) => {
      nowMs += ms;
      for (const [entry, { atMs, call }] of [...due]) {
        if (atMs > nowMs || !due.delete(entry)) continue;
        call();
      }
    },
  };
}
