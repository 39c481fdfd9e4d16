import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '../../ports/event-log.ts';
import { failureCode } from '../../ports/failure-code.ts';

/** One row of the timetable. */
export type PeriodicJob = {
  /** Name, as it is logged. */
  readonly name: string;
  readonly periodMs: number;
  readonly run: (signal: AbortSignal) => Promise<unknown>;
};

/** A job that runs by the machine's clock, and at once when it is woken. */
export type RunningJob = {
  /** Runs the job now, or once more when it is running. */
  readonly wake: () => void;
  /** Resolves when the job runs no more. */
  readonly stopped: Promise<void>;
};

/**
 * Runs a job again and again until the signal aborts: never beside itself, the pause counted from the end of a run. A
 * failure is logged by its code, and the next run follows.
 */
export function startPeriodic(job: PeriodicJob, signal: AbortSignal, log: EventLog): RunningJob {
  const bell = createBell(signal);
  const repeat = async () => {
    while (!signal.aborted) {
      try {
        await job.run(signal);
      } catch (error) {
        log.log({ event: 'job.failed', job: job.name, code: failureCode(error) });
      }
      await bell.wait(job.periodMs);
    }
  };
  return { wake: bell.ring, stopped: repeat() };
}

function createBell(signal: AbortSignal) {
  let hasRung = false;
  let interrupt = new AbortController();
  return {
    ring: () => {
      hasRung = true;
      interrupt.abort();
    },
    /** Until the time is over, the bell rings or rang before, or everything stops. */
    wait: async (durationMs: number) => {
      if (!hasRung) {
        const either = AbortSignal.any([signal, interrupt.signal]);
        await pause(durationMs, undefined, { signal: either }).catch(() => undefined);
      }
      hasRung = false;
      interrupt = new AbortController();
    },
  };
}
