import { setTimeout as pause } from 'node:timers/promises';

/** What a process ends with: 0 after a clean stop, else 1. */
export type ExitCode = 0 | 1;

/**
 * A stop that runs once, however often it is asked for, and always comes to an end: with 1 when it fails (`onFailure` is told
 * why) or takes longer than `limitMs`.
 */
export function guardedStop(parts: {
  readonly stop: () => Promise<void>;
  readonly limitMs: number;
  readonly onFailure: (error: unknown) => void;
}): () => Promise<ExitCode> {
  let ending: Promise<ExitCode> | undefined;
  const run = async (): Promise<ExitCode> => {
    try {
      await parts.stop();
      return 0;
    } catch (error) {
      parts.onFailure(error);
      return 1;
    }
  };
  return () => (ending ??= Promise.race([run(), pause(parts.limitMs, 1 as const, { ref: false })]));
}
