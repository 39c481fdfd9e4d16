import { type Ending, endProcess, notedNames } from './processes.ts';

/**
 * How each program ends, in the order of the stop: nobody is asked to end before those who talk to it
 * (feasibility.md Part A 7). SIGINT is PostgreSQL's fast shutdown.
 */
export const endings = {
  compressor: { signal: 'SIGTERM', patienceMs: 2_000 },
  counsellor: { signal: 'SIGTERM', patienceMs: 5_000 },
  appservice: { signal: 'SIGTERM', patienceMs: 10_000 },
  synapse: { signal: 'SIGTERM', patienceMs: 10_000 },
  postgres: { signal: 'SIGINT', patienceMs: 15_000 },
} as const satisfies Record<string, Ending>;

/** Name under which `npm start` notes its own process. */
export const starterName = 'start';

/** Name of a program of the stack, as its pid file and its log file carry it. */
export type StackPart = keyof typeof endings;

const order = Object.keys(endings).filter((name): name is StackPart => name in endings);

/** Ends every program of the stack that a folder of pid files names, and nothing else; gives those that ran. */
export async function endStack(runFolder: string): Promise<readonly StackPart[]> {
  const noted = new Set(notedNames(runFolder));
  const ended: StackPart[] = [];
  for (const part of order) {
    if (noted.has(part) && (await endProcess(runFolder, part, endings[part]))) ended.push(part);
  }
  return ended;
}
