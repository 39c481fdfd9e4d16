import { setTimeout as pause } from 'node:timers/promises';
import { deskFailure } from './desk-failure.ts';

/** Pauses between tries, the last one again and again. */
const pausesMs = [500, 1_000, 2_000, 5_000];

/**
 * Tries again and again until it is done or given up: what may fail is most often the homeserver's being away. Each code is
 * told once as long as it stays the same.
 */
export async function retryUntilDone(parts: {
  readonly act: () => Promise<void>;
  readonly isGivenUp: () => boolean;
  readonly onFailure: (code: string) => void;
}): Promise<void> {
  let told: string | undefined;
  for (let attempt = 0; !parts.isGivenUp(); attempt += 1) {
    const code = await parts.act().then(
      () => undefined,
      (error: unknown) => deskFailure(error).code,
    );
    if (code === undefined) return;
    if (code !== told) parts.onFailure(code);
    told = code;
    await pause(pausesMs[Math.min(attempt, pausesMs.length - 1)]);
  }
}
