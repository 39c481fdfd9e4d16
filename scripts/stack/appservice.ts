import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Stack } from './backends.ts';
import { type HelplineWishes, helplineConfig } from './helpline-config.ts';
import type { SeededPerson } from './people.ts';
import { loopback } from './ports.ts';
import { checkout } from './checkout.ts';
import { type StackProcess, startProcess } from './processes.ts';
import { StackError } from './stack-error.ts';
import { waitUntil } from './wait-until.ts';

const program = join(checkout, 'appservice/main.ts');

/**
 * Node takes room by the size of the machine: its young generation grows, and the old one may grow to four times what lives
 * in it. Half of the memory at fifty conversations was room that nothing needed; what lives is about 80 MB. README names the
 * same flags.
 */
const memoryFlags = ['--max-semi-space-size=4', '--max-old-space-size=1024'];

/** Writes the appservice's configuration, starts it, and waits until its private listener says that it is well. */
export async function startAppservice(
  stack: Stack,
  people: readonly SeededPerson[],
  wishes: HelplineWishes,
): Promise<StackProcess> {
  if (!existsSync(program)) {
    throw new StackError('appservice', 'appservice/main.ts is missing: take the whole repository.');
  }
  const { layout, ports } = stack;
  mkdirSync(layout.appserviceFolder, { recursive: true, mode: 0o700 });
  const config = join(layout.appserviceFolder, 'helpline.yaml');
  writeFileSync(config, helplineConfig(stack, people, wishes), { mode: 0o600 });
  const started = await startProcess({
    name: 'appservice',
    command: process.execPath,
    args: [...memoryFlags, program, '--config', config],
    runFolder: layout.runFolder,
    logFile: join(layout.logsFolder, 'appservice.log'),
    problem: 'appservice',
    workFolder: checkout,
  });
  await waitUntil({
    process: started,
    problem: 'appservice',
    limitMs: 60_000,
    isReady: () => isWell(`http://${loopback}:${ports.private}/health`),
  });
  return started;
}

async function isWell(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not yet
  }
}

const statusSchema = z.object({ reason: z.string().nullable() });

/**
 * Waits until the status no longer says `fault`, as it does until the service has seen its homeserver and its database
 * answer; gives up without a word after five seconds, because then the status is the news.
 */
export async function waitForFirstStatus(stack: Stack): Promise<void> {
  const url = `http://${loopback}:${stack.ports.public}/api/status`;
  for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 100) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    const status = statusSchema.safeParse(await answer?.json().catch(() => undefined)).data;
    if (status !== undefined && status.reason !== 'fault') return;
    await pause(100);
  }
}
