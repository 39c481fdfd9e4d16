import { readFileSync, readdirSync } from 'node:fs';

/** What tells one run of a program from every other process that ever had its number. */
export type ProcessMark = {
  readonly pid: number;
  /** Clock ticks between the boot and the start of the process, as the kernel counts them. */
  readonly startedAtTicks: string;
  /** Identity of the boot that the ticks count from. */
  readonly bootId: string;
};

type ProcessStat = { readonly state: string; readonly parentPid: number; readonly startedAtTicks: string };

function readStat(pid: number): ProcessStat | undefined {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in parentheses and may hold anything: count from its end.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', parentPid: Number(fields[1]), startedAtTicks: fields[19] ?? '' };
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** The mark of a process that runs now; undefined when there is none of that number. */
export function markOf(pid: number): ProcessMark | undefined {
  const stat = readStat(pid);
  return stat === undefined || stat.state === 'Z'
    ? undefined
    : { pid, startedAtTicks: stat.startedAtTicks, bootId: bootId() };
}

/** Whether the very process that was marked still runs, and not another one that got its number. */
export function isStillRunning(mark: ProcessMark): boolean {
  const now = markOf(mark.pid);
  return now?.startedAtTicks === mark.startedAtTicks && now.bootId === mark.bootId;
}

/** Command line of a process, empty when it is gone. */
export function commandLineOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
  } catch {
    return [];
  }
}

/** The direct children of a process: what PostgreSQL leaves behind for a moment when it is killed. */
export function childrenOf(parentPid: number): readonly ProcessMark[] {
  return allPids()
    .filter((pid) => readStat(pid)?.parentPid === parentPid)
    .flatMap((pid) => markOf(pid) ?? []);
}

/** Number of a process whose command line is the wanted one. */
export function findProcess(isWanted: (commandLine: readonly string[]) => boolean): number | undefined {
  return allPids().find((pid) => isWanted(commandLineOf(pid)));
}

function allPids(): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^[0-9]+$/.test(entry))
    .map(Number);
}
