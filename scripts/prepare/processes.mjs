import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How long a program that was asked to end may take before it is killed, and how long a killed one is waited for. */
const patienceMs = 3_000;

/** Number, start and boot in one line: what tells one run of a program from every other that ever had its number. */
export function markOf(pid) {
  const stat = readStat(pid);
  if (stat === undefined) return undefined;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${pid} ${stat.startedAtTicks} ${boot}`;
}

/** Whether the very process that was marked still runs. */
export function isStillRunning(mark) {
  return markOf(Number.parseInt(mark, 10)) === mark;
}

/** Asks every process of a group to end, kills those that do not, and waits until none is left. */
export async function endGroup(group) {
  signalGroup(group, 'SIGTERM');
  if (await hasEnded(group)) return;
  signalGroup(group, 'SIGKILL');
  await hasEnded(group);
}

/** Sends a signal to every process of a group. */
export function signalGroup(group, signal) {
  try {
    process.kill(-group, signal);
  } catch {
    // It has ended.
  }
}

async function hasEnded(group) {
  for (let waitedMs = 0; hasMembers(group); waitedMs += 50) {
    if (waitedMs >= patienceMs) return false;
    await pause(50);
  }
  return true;
}

/** Looks into each process, because a group of nothing but dead ones that nobody has fetched still takes signals. */
function hasMembers(group) {
  const pids = readdirSync('/proc').filter((entry) => /^[0-9]+$/.test(entry));
  return pids.some((pid) => readStat(pid)?.group === group);
}

function readStat(pid) {
  let text;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The second field is the program's name in parentheses and may hold anything: count from its end.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? undefined : { group: Number(fields[2]), startedAtTicks: fields[19] };
}
