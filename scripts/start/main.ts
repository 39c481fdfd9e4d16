/**
 * `npm start` under Node 24, after `scripts/start.mjs` has prepared everything: starts the helpline, prints what to
 * open, and ends in order what it started.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from '../stack/backends.ts';
import { endStack, starterName } from '../stack/endings.ts';
import { forgetPid } from '../stack/processes.ts';
import { StackError } from '../stack/stack-error.ts';
import { dataPlaces } from './places.ts';
import { removeRunFile, runFileIn, writeRunFile } from './run-file.ts';
import {
  addDemoCounsellor,
  type Helpline,
  openStack,
  type RunningPart,
  startHelpline,
} from './start-helpline.ts';
import { startOptionsSchema } from './start-options.ts';
import { supervise } from './supervise.ts';
import { readStatus } from './read-status.ts';
import { whatToOpen } from './what-to-open.ts';

const options = startOptionsSchema.parse(JSON.parse(process.argv[2] ?? '{}'));

let stack: Stack | undefined;
let isStopping = false;

function say(line: string): void {
  const seconds = ((Date.now() - options.beganAtMs) / 1000).toFixed(1).padStart(5);
  if (!isStopping) process.stdout.write(`${seconds} s  ${line}\n`);
}

/** The one place that ends the process: everything that was started first, in order. */
async function stop(exitCode: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  if (stack !== undefined) {
    const { layout } = stack;
    removeRunFile(runFileIn(layout.dataFolder));
    removeRunFile(startingFile(layout.dataFolder));
    // A start that is under way may add one more program while others are being ended.
    while ((await endStack(layout.runFolder)).length > 0);
    forgetPid(layout.runFolder, starterName);
  }
  if (exitCode === 0) process.stdout.write('Stopped.\n');
  process.exit(exitCode);
}

function startingFile(dataFolder: string): string {
  return join(dataFolder, 'run.starting.json');
}

function fail(failure: unknown): Promise<void> {
  if (!isStopping) {
    const sentence = failure instanceof StackError ? failure.message : failure;
    if (typeof sentence === 'string') process.stderr.write(`${sentence}\n`);
    else console.error(sentence);
  }
  return stop(1);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!isStopping) process.stdout.write('\nStopping …\n');
    void stop(0);
  });
}
process.on('disconnect', () => void stop(0)); // the process that typed the command was killed

try {
  stack = await openStack(options, say);
  await run(await startHelpline(stack, options, say));
} catch (failure) {
  await fail(failure);
}

async function run(helpline: Helpline): Promise<void> {
  const { layout, ports } = helpline.stack;
  const { people } = helpline;
  const pids: Record<string, number> = { start: process.pid };
  const note = (part: RunningPart): void => {
    pids[part.part] = part.process.pid;
  };
  const parts = [...helpline.parts];
  parts.forEach(note);
  if (options.hasDemoCounsellor) {
    const starting = startingFile(layout.dataFolder);
    const final = runFileIn(layout.dataFolder);
    writeRunFile(starting, ports, { people, pids });
    const counsellor = await addDemoCounsellor(helpline, () => (existsSync(final) ? final : starting), say);
    parts.push(counsellor);
    note(counsellor);
  }
  const write = (): void => {
    writeRunFile(runFileIn(layout.dataFolder), ports, { people, pids });
  };
  for (const part of parts) {
    const events = {
      isStopping: () => isStopping,
      onEnded: (name: string, logFile: string) => {
        say(`${name} ended by itself and is started again; ${logFile} may say why.`);
      },
      onStartedAgain: (name: string, process: RunningPart['process']) => {
        pids[name] = process.pid;
        write();
        say(`${name} answers again.`);
      },
      onGivenUp: (failure: unknown) => void fail(failure),
    };
    supervise(part, events, layout.runFolder);
  }
  if (isStopping) return;
  write();
  removeRunFile(startingFile(layout.dataFolder));
  const status = await readStatus(ports.public, options.hasDemoCounsellor);
  process.stdout.write(whatToOpen({ options, ports, people, status, dataPlaces: dataPlaces(layout) }));
}
