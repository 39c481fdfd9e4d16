import type { Change, Changes } from '../../ports/changes.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { startPeriodic, type PeriodicJob } from './periodic.ts';

/** A row of the timetable: runs by the clock, and at once after these changes. */
export type TimetableRow = PeriodicJob & { readonly wokenBy: readonly Change['kind'][] };

/** Runs a timetable until the signal aborts; resolves when every job runs no more. */
export async function runTimetable(
  rows: readonly TimetableRow[],
  parts: { readonly changes: Changes; readonly signal: AbortSignal; readonly log: EventLog },
): Promise<void> {
  const { changes, signal, log } = parts;
  const running = rows.map((row) => ({ row, job: startPeriodic(row, signal, log) }));
  const unsubscribe = changes.subscribe(({ kind }) => {
    for (const { row, job } of running) if (row.wokenBy.includes(kind)) job.wake();
  });
  await Promise.all(running.map(({ job }) => job.stopped));
  unsubscribe();
}
