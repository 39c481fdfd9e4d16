import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAppservice, waitForFirstStatus } from '../../scripts/stack/appservice.ts';
import {
  type Stack,
  ownerUrl,
  serverName,
  startDatabase,
  startHomeserver,
  superuserUrl,
} from '../../scripts/stack/backends.ts';
import { startDemoSite } from '../../scripts/stack/demo-site.ts';
import { type StackPart, endings } from '../../scripts/stack/endings.ts';
import type { HelplineWishes } from '../../scripts/stack/helpline-config.ts';
import { layoutOf } from '../../scripts/stack/layout.ts';
import { type SeededPerson, openPeople } from '../../scripts/stack/people.ts';
import { freePorts, loopback } from '../../scripts/stack/ports.ts';
import { canEnter, postgresAccount } from '../../scripts/stack/postgres-account.ts';
import { checkout } from '../../scripts/stack/checkout.ts';
import { endProcess, haveAllEnded } from '../../scripts/stack/processes.ts';
import { openSecrets } from '../../scripts/stack/secrets.ts';
import { seedHomeserver } from '../../scripts/stack/seed.ts';
import { registrationId } from '../../scripts/stack/synapse-config.ts';
import { type StackGuard, startGuard } from '../../scripts/stack/start-guard.ts';
import type { WebSite } from '../../scripts/stack/web-site.ts';
import { buildWidget } from '../../scripts/stack/widget-build.ts';

/** What a world holds beyond PostgreSQL. */
export type WorldOptions = {
  /** Synapse with the seeded people; true unless said otherwise. */
  readonly hasHomeserver?: boolean;
  /** The appservice and the demo page; false unless said otherwise. */
  readonly hasAppservice?: boolean;
  /** Opening hours, clock and replaced sections of the appservice's configuration. */
  readonly wishes?: Partial<HelplineWishes>;
};

/** A part of a world that a test can kill and start again. */
export type WorldPart = Extract<StackPart, 'appservice' | 'postgres' | 'synapse'>;

/** Real PostgreSQL, Synapse and appservice in a folder and on ports of their own, beside whatever else runs. */
export type World = {
  readonly homeserverUrl: string;
  readonly serverName: string;
  readonly registrationId: string;
  readonly asToken: string;
  readonly hsToken: string;
  /** Token of the homeserver's administrator account. */
  readonly operatorToken: string;
  /** The service's own database, as its owner; empty until the appservice has run. */
  readonly databaseUrl: string;
  /** PostgreSQL's superuser, for tests that search every byte of a database. */
  superuserUrl(database: 'helpline' | 'postgres' | 'synapse'): string;
  /** Where the homeserver delivers transactions to: free for a test's own listener, or the appservice's. */
  readonly privatePort: number;
  /** Free for a public listener, or the appservice's. */
  readonly publicPort: number;
  /** Origin of the appservice's public listener. */
  readonly publicUrl: string;
  /** The page that plays the helpline's website. */
  readonly demoPageUrl: string;
  readonly people: readonly SeededPerson[];
  readonly dataFolder: string;
  readonly secretsFolder: string;
  /** What a part printed since it was last started. */
  logFile(part: WorldPart): string;
  /** Kills a part as a crash would (SIGKILL) and waits until it is gone. */
  kill(part: WorldPart): Promise<void>;
  /** Waits until a part has ended by itself, at a crash point; fails after the limit. */
  waitForEnd(part: WorldPart, limitMs?: number): Promise<void>;
  /**
   * Starts a part that has ended, on the same port and data, and waits until it answers. Other wishes replace the
   * first ones in the appservice's configuration.
   */
  restart(part: WorldPart, wishes?: Partial<HelplineWishes>): Promise<void>;
  /** Ends everything and removes the folder. */
  stop(): Promise<void>;
};

/** Starts a world; whoever starts one stops it, and a test process that dies takes its world along. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const dataFolder = mkdtempSync(join(temporaryFolder(), 'helpline-world-'));
  const guard = startGuard(dataFolder);
  try {
    const stack = await stackIn(dataFolder);
    const people = openPeople(stack.layout.secretsFolder, serverName);
    await startDatabase(stack);
    if (options.hasHomeserver !== false) {
      await startHomeserver(stack);
      await seedHomeserver(homeserverUrlOf(stack), stack.secrets, people);
    }
    const sites: WebSite[] = [];
    if (options.hasAppservice === true) {
      if (!existsSync(join(checkout, 'dist'))) await buildWidget(stack.layout.logsFolder);
      await startAppservice(stack, people, wishesOf(options.wishes));
      await waitForFirstStatus(stack);
      sites.push(await startDemoPage(stack));
    }
    return worldOf(stack, { people, guard, sites, wishes: options.wishes });
  } catch (failure) {
    await guard.end();
    throw failure;
  }
}

/** PostgreSQL may have to run as somebody else, who must be able to get there. */
function temporaryFolder(): string {
  return canEnter(postgresAccount(), tmpdir()) ? tmpdir() : '/var/tmp';
}

function wishesOf(wishes: Partial<HelplineWishes> = {}): HelplineWishes {
  return { hours: 'always', startAt: null, ...wishes };
}

async function stackIn(dataFolder: string): Promise<Stack> {
  const layout = layoutOf(dataFolder);
  const [demoPage = 0, publicPort = 0, homeserver = 0, privatePort = 0, database = 0, element = 0] =
    await freePorts(6);
  return {
    layout,
    ports: { demoPage, public: publicPort, homeserver, private: privatePort, database, element },
    secrets: openSecrets(layout.secretsFolder),
    isForTests: true,
  };
}

function homeserverUrlOf(stack: Stack): string {
  return `http://${loopback}:${stack.ports.homeserver}`;
}

function publicUrlOf(stack: Stack): string {
  return `http://localhost:${stack.ports.public}`;
}

function startDemoPage(stack: Stack): Promise<WebSite> {
  return startDemoSite({ port: stack.ports.demoPage, apiOrigin: publicUrlOf(stack), hours: 'always' });
}

type Held = {
  readonly people: readonly SeededPerson[];
  readonly guard: StackGuard;
  readonly sites: readonly WebSite[];
  readonly wishes: Partial<HelplineWishes> | undefined;
};

function worldOf(stack: Stack, held: Held): World {
  const { layout, ports, secrets } = stack;
  return {
    homeserverUrl: homeserverUrlOf(stack),
    serverName,
    registrationId,
    asToken: secrets.read('as_token'),
    hsToken: secrets.read('hs_token'),
    operatorToken: existsSync(secrets.file('operator_token')) ? secrets.read('operator_token') : '',
    databaseUrl: ownerUrl(stack, 'helpline'),
    superuserUrl: (database) => superuserUrl(stack, database),
    privatePort: ports.private,
    publicPort: ports.public,
    publicUrl: publicUrlOf(stack),
    demoPageUrl: `http://localhost:${ports.demoPage}/`,
    people: held.people,
    dataFolder: layout.dataFolder,
    secretsFolder: layout.secretsFolder,
    logFile: (part) => join(layout.logsFolder, `${part}.log`),
    kill: async (part) => {
      await endProcess(layout.runFolder, part, { ...endings[part], signal: 'SIGKILL' });
    },
    waitForEnd: async (part, limitMs = 30_000) => {
      if (await haveAllEnded(layout.runFolder, [part], limitMs)) return;
      throw new Error(`${part} still runs after ${String(limitMs)} ms`);
    },
    restart: async (part, wishes) => {
      await startPart(stack, part, { ...held, wishes: { ...held.wishes, ...wishes } });
    },
    stop: async () => {
      await Promise.all(held.sites.map((site) => site.stop()));
      await held.guard.end();
    },
  };
}

async function startPart(stack: Stack, part: WorldPart, held: Held): Promise<void> {
  switch (part) {
    case 'postgres':
      await startDatabase(stack);
      return;
    case 'synapse':
      await startHomeserver(stack);
      return;
    case 'appservice':
      await startAppservice(stack, held.people, wishesOf(held.wishes));
  }
}
