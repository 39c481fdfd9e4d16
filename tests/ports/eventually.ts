import { setTimeout as pause } from 'node:timers/promises';

const intervalMs = 10;

/** Waits until something that another process does has happened; fails the test when it does not within the limit. */
export async function eventually(
  hasHappened: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < limitMs; waitedMs += intervalMs) {
    if (await hasHappened()) return;
    await pause(intervalMs);
  }
  throw new Error(`it has not happened within ${limitMs} ms`);
}
