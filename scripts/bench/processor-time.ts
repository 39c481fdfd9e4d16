import { readFileSync } from 'node:fs';

/** A tick of the kernel's clock (`USER_HZ` of proc(5), 100 on every Linux that Node runs on), in milliseconds. */
const tickMs = 10;

/** Processor time that a process has used since it began, in milliseconds. */
export function processorMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, ...fields] = stat.slice(stat.lastIndexOf(')')).split(' ');
  const [user = Number.NaN, system = Number.NaN] = fields.slice(11, 13).map(Number); // utime and stime
  return (user + system) * tickMs;
}
