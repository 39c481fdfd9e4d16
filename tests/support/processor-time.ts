/** Processor time that this process needs for a piece of work, in milliseconds: a busy machine does not add to it. */
export function processorMsFor(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
