import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAppservice } from '../stack/appservice.ts';
import { ownerUrl, serverName, startDatabase, startHomeserver, type Stack } from '../stack/backends.ts';
import { layoutOf } from '../stack/layout.ts';
import type { SeededPerson } from '../stack/people.ts';
import { freePorts, loopback } from '../stack/ports.ts';
import { checkout } from '../stack/postgres-binaries.ts';
import { openSecrets } from '../stack/secrets.ts';
import { seedHomeserver } from '../stack/seed.ts';
import { buildWidget } from '../stack/widget-build.ts';
import { benchPeople } from './bench-people.ts';

/** PostgreSQL, Synapse and the appservice in a folder and on ports of their own, with the bench's counsellors. */
export type BenchStack = {
  readonly publicPort: number;
  /** Origin of the public listener. */
  readonly publicOrigin: string;
  readonly homeserverUrl: string;
  readonly asToken: string;
  /** User id of the host. */
  readonly host: string;
  /** The service's database, as its owner. */
  readonly databaseUrl: string;
  readonly appservicePid: number;
  readonly people: readonly SeededPerson[];
  /** Ends everything and removes the folder. */
  stop(): Promise<void>;
};

/** So many requests come from one address and in one conversation here that only the limits would be measured. */
const many = 1_000_000;
const limits = {
  startsPerMinutePerAddress: many,
  statusPerMinutePerAddress: many,
  requestsPerMinutePerConversation: many,
  messagesPerMinutePerConversation: many,
  messageBurstPerConversation: many,
};

/** Starts everything; whatever becomes of this process, a guard ends it again. */
export async function startBenchStack(): Promise<BenchStack> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'helpline-bench-'));
  const stop = startGuard(dataFolder);
  try {
    const stack = await stackIn(dataFolder);
    const people = benchPeople(serverName);
    await buildWidget(stack.layout.logsFolder);
    await startDatabase(stack);
    // The limits that Synapse sets for people would be all that is measured; PostgreSQL waits for the disk as always.
    await startHomeserver({ ...stack, isForTests: true });
    const homeserverUrl = `http://${loopback}:${stack.ports.homeserver}`;
    await seedHomeserver(homeserverUrl, stack.secrets, people);
    const wishes = { hours: 'always', startAt: null, overrides: { limits } } as const;
    const appservice = await startAppservice(stack, people, wishes);
    return {
      publicPort: stack.ports.public,
      publicOrigin: `http://${loopback}:${stack.ports.public}`,
      homeserverUrl,
      asToken: stack.secrets.read('as_token'),
      host: `@1712:${serverName}`,
      databaseUrl: ownerUrl(stack, 'helpline'),
      appservicePid: appservice.pid,
      people,
      stop,
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** Starts the process that ends the stack when this one is gone or asks for it. */
function startGuard(dataFolder: string): () => Promise<void> {
  const script = join(checkout, 'tests/support/world-guard.ts');
  const guard = spawn(process.execPath, [script, dataFolder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => {
    guard.once('exit', () => {
      resolve();
    });
  });
  return async () => {
    guard.stdin.end();
    await exited;
  };
}

async function stackIn(dataFolder: string): Promise<Stack> {
  const layout = layoutOf(dataFolder);
  const [demoPage = 0, publicPort = 0, homeserver = 0, privatePort = 0, database = 0, element = 0] =
    await freePorts(6);
  const ports = { demoPage, public: publicPort, homeserver, private: privatePort, database, element };
  return { layout, ports, secrets: openSecrets(layout.secretsFolder) };
}
