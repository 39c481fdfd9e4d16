/** The way to the gateway, which may be another one at any moment: Wi-Fi goes, a phone wakes. */
export interface Line {
  /** Given when the line is renewed: what is under way, or waits for its next try, begins anew at once. */
  signal(): AbortSignal;
  /** The browser has a line again, or may have another one than before. */
  renew(): void;
}

/** Makes the line of one worker. */
export function createLine(): Line {
  let current = new AbortController();
  return {
    signal: () => current.signal,
    renew() {
      const last = current;
      current = new AbortController();
      last.abort();
    },
  };
}
