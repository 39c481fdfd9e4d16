/** At most one tab of this browser has the conversation (Web Locks); the store and the cookie are shared by all. */
export interface OneTab {
  /** True when this tab has it, or where a browser cannot tell. */
  claim(): Promise<boolean>;
  /** Takes it from another tab. */
  takeOver(): Promise<boolean>;
  release(): void;
}

const lockName = 'conversation';

/** How long a page that is just being reloaded may still hold it, milliseconds. */
const patienceMs = 2_000;

/**
 * Makes the claim of this tab. `lost` is called when another tab takes it over. A browser without Web Locks watches over
 * nothing, and says yes.
 */
export function createOneTab(browser: Navigator, lost: () => void): OneTab {
  const locks = 'locks' in browser ? browser.locks : undefined;
  let release: (() => void) | undefined;

  const request = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      if (locks === undefined || release !== undefined) {
        resolve(true);
        return;
      }
      const hold = (): Promise<void> =>
        new Promise((end) => {
          release = end;
          resolve(true);
        });
      locks.request(lockName, options, hold).catch(() => {
        const wasHeld = release !== undefined;
        release = undefined;
        if (wasHeld) lost();
        else resolve(false);
      });
    });

  return {
    claim: () => {
      const impatience = new AbortController();
      const timer = setTimeout(() => {
        impatience.abort();
      }, patienceMs);
      return request({ signal: impatience.signal }).finally(() => {
        clearTimeout(timer);
      });
    },
    takeOver: () => request({ steal: true }),
    release: () => {
      release?.();
      release = undefined;
    },
  };
}
