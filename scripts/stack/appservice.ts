import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from './backends.ts';
import { type HelplineWishes, helplineConfig } from './helpline-config.ts';
import type { SeededPerson } from './people.ts';
import { loopback } from './ports.ts';
import { checkout } from './postgres-binaries.ts';
import { type StackProcess, startProcess } from './processes.ts';
import { StackError } from './stack-error.ts';
import { waitUntil } from './wait-until.ts';

const program = join(checkout, 'appservice/main.ts');

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
    args: [program, '--config', config],
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
