import { existsSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startAppservice, waitForFirstStatus } from '../stack/appservice.ts';
import { serverName, type Stack, startDatabase, startHomeserver } from '../stack/backends.ts';
import { startDemoCounsellor } from '../stack/demo-counsellor.ts';
import { startDemoSite } from '../stack/demo-site.ts';
import { requireElement, startElementSite } from '../stack/element-site.ts';
import { endStack, starterName, type StackPart } from '../stack/endings.ts';
import type { HelplineWishes } from '../stack/helpline-config.ts';
import { type Layout, portsFrom } from '../stack/layout.ts';
import { openPeople, type SeededPerson } from '../stack/people.ts';
import { loopback, requireFreePorts } from '../stack/ports.ts';
import { noteSelf, ownProcess, type StackProcess } from '../stack/processes.ts';
import { openSecrets } from '../stack/secrets.ts';
import { seedHomeserver } from '../stack/seed.ts';
import { StackError } from '../stack/stack-error.ts';
import type { WebSite } from '../stack/web-site.ts';
import { buildWidget, noteCompressor } from '../stack/widget-build.ts';
import { noteLastPortBase } from './last-ports.ts';
import { checkoutLayout, dataPlaces, forgetData } from './places.ts';
import { removeRunFile, runFileIn } from './run-file.ts';
import { startInstant, type StartOptions } from './start-options.ts';

/** A program that runs, and how it is started again. */
export type RunningPart = {
  readonly part: StackPart;
  readonly process: StackProcess;
  readonly start: () => Promise<StackProcess>;
};

/** What one `npm start` has started. */
export type Helpline = {
  readonly stack: Stack;
  readonly people: readonly SeededPerson[];
  readonly parts: readonly RunningPart[];
  readonly sites: readonly WebSite[];
};

/** Prints one line of progress. */
export type Say = (line: string) => void;

/**
 * Makes room for a start: refuses a second one beside a running one, ends what a killed one left behind, and checks
 * that the ports are free.
 *
 * @throws StackError one sentence that says what to do.
 */
export async function openStack(options: StartOptions, say: Say): Promise<Stack> {
  if (options.elementFolder !== null) requireElement(options.elementFolder);
  const layout = checkoutLayout();
  await refuseSecond(layout);
  noteSelf(layout.runFolder, starterName);
  removeRunFile(runFileIn(layout.dataFolder)); // a killed start could not
  const leftovers = await endStack(layout.runFolder);
  if (leftovers.length > 0) say(`Ended what an earlier start had left running: ${leftovers.join(', ')}.`);
  if (options.isFresh) {
    forgetData(layout);
    say(`Forgot what earlier starts kept in ${dataPlaces(layout)}.`);
  }
  noteLastPortBase(layout.dataFolder, options.portBase);
  const ports = portsFrom(options.portBase);
  await requireFreePorts(Object.values(ports));
  return { layout, ports, secrets: openSecrets(layout.secretsFolder) };
}

/** One that is being ended just now is waited for. */
async function refuseSecond({ runFolder }: Layout): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 100) {
    const other = ownProcess(runFolder, starterName);
    if (other === undefined) return;
    if (waitedMs >= 3_000) {
      throw new StackError(
        'already-running',
        `npm start already runs here as process ${other.pid}: press Ctrl-C where it runs (or "kill ${other.pid}"), then start again.`,
      );
    }
    await pause(100);
  }
}

/** Starts everything in order, what does not depend on each other side by side. */
export async function startHelpline(stack: Stack, options: StartOptions, say: Say): Promise<Helpline> {
  const { layout, ports, secrets } = stack;
  const wishes: HelplineWishes = { hours: options.hours, startAt: startInstant(options.now) };
  const widget = buildWidget(layout.logsFolder).then(() => {
    noteCompressor(layout.runFolder);
    say('The widget is built.');
  });
  widget.catch(() => undefined); // reported where it is awaited
  const isFirst = !existsSync(layout.postgresFolder);
  const database = await startDatabase(stack);
  say(isFirst ? 'PostgreSQL has a new data folder and answers.' : 'PostgreSQL answers.');
  const homeserver = await startHomeserver(stack);
  say('Synapse answers.');
  const people = openPeople(layout.secretsFolder, serverName);
  await seedHomeserver(`http://${loopback}:${ports.homeserver}`, secrets, people);
  say('The teams and their people are there.');
  await widget;
  const runAppservice = (): Promise<StackProcess> => startAppservice(stack, people, wishes);
  const appservice = await runAppservice();
  await waitForFirstStatus(stack);
  say('The appservice answers.');
  return {
    stack,
    people,
    parts: [
      { part: 'postgres', process: database, start: () => startDatabase(stack) },
      { part: 'synapse', process: homeserver, start: () => startHomeserver(stack) },
      { part: 'appservice', process: appservice, start: runAppservice },
    ],
    sites: await startSites(stack, options),
  };
}

async function startSites({ ports }: Stack, options: StartOptions): Promise<readonly WebSite[]> {
  const demo = startDemoSite({
    port: ports.demoPage,
    apiOrigin: `http://localhost:${ports.public}`,
    hours: options.hours,
  });
  if (options.elementFolder === null) return [await demo];
  const element = startElementSite({
    folder: options.elementFolder,
    port: ports.element,
    homeserverUrl: `http://localhost:${ports.homeserver}`,
  });
  return Promise.all([demo, element]);
}

/**
 * Starts the demo counsellor, who finds the helpline in a run file, and waits until they are on duty.
 * `runFile` tells which: it has another name while the helpline is still starting.
 */
export async function addDemoCounsellor(
  { stack }: Helpline,
  runFile: () => string,
  say: Say,
): Promise<RunningPart> {
  const start = (): Promise<StackProcess> => startDemoCounsellor(stack.layout, runFile());
  const running = await start();
  say('The demo counsellor is on duty.');
  return { part: 'counsellor', process: running, start };
}
