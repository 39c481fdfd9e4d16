import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './layout.ts';
import { checkout } from './checkout.ts';
import { type StackProcess, startProcess } from './processes.ts';
import { waitUntil } from './wait-until.ts';

/**
 * Starts the counsellor of the demo, a program of its own, and waits until it says that it is on duty. Options are for the
 * program.
 */
export async function startDemoCounsellor(
  layout: Layout,
  runFile: string,
  options: readonly string[] = [],
): Promise<StackProcess> {
  const logFile = join(layout.logsFolder, 'counsellor.log');
  const started = await startProcess({
    name: 'counsellor',
    command: process.execPath,
    args: [join(checkout, 'scripts/counsellor/demo.ts'), '--run', runFile, ...options],
    runFolder: layout.runFolder,
    logFile,
    problem: 'appservice',
    workFolder: checkout,
  });
  await waitUntil({
    process: started,
    problem: 'appservice',
    limitMs: 60_000,
    isReady: () => Promise.resolve(readFileSync(logFile, 'utf8').includes('is on duty')),
  });
  return started;
}
