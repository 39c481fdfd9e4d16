import type { StackPart } from '../stack/endings.ts';
import { forgetPid, type StackProcess } from '../stack/processes.ts';
import { StackError } from '../stack/stack-error.ts';

/** A program that is started again when it ends by itself. */
export type Supervised = {
  readonly part: StackPart;
  readonly process: StackProcess;
  readonly start: () => Promise<StackProcess>;
};

/** What the supervisor tells whoever started it. */
export type WatchedEvents = {
  readonly isStopping: () => boolean;
  readonly onEnded: (part: StackPart, logFile: string) => void;
  readonly onStartedAgain: (part: StackPart, process: StackProcess) => void;
  readonly onGivenUp: (failure: unknown) => void;
};

const limit = { restarts: 5, withinMs: 60_000 };

/**
 * Starts a program again whenever it ends although nobody stopped it, as a server's service manager would, and gives
 * up on one that keeps ending.
 */
export function supervise(supervised: Supervised, events: WatchedEvents, runFolder: string): void {
  const endedAt: number[] = [];
  const follow = (running: StackProcess): void => {
    void running.exited.then(async () => {
      if (events.isStopping()) return;
      forgetPid(runFolder, supervised.part);
      events.onEnded(supervised.part, running.logFile);
      endedAt.push(Date.now());
      const recent = endedAt.filter((instant) => instant > Date.now() - limit.withinMs);
      try {
        if (recent.length > limit.restarts) throw keepsEnding(running);
        const again = await supervised.start();
        events.onStartedAgain(supervised.part, again);
        follow(again);
      } catch (failure) {
        if (!events.isStopping()) events.onGivenUp(failure);
      }
    });
  };
  follow(supervised.process);
}

function keepsEnding(running: StackProcess): StackError {
  return new StackError(
    'already-running',
    `${running.name} keeps ending by itself: ${running.logFile} says why, and everything is stopped.`,
  );
}
