import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startAppservice } from '../stack/appservice.ts';
import { ownerUrl, serverName, startDatabase, startHomeserver, type Stack } from '../stack/backends.ts';
import { layoutOf } from '../stack/layout.ts';
import { type SeededPerson, seededTeams } from '../stack/people.ts';
import { freePorts, loopback } from '../stack/ports.ts';
import { openSecrets } from '../stack/secrets.ts';
import { seedHomeserver } from '../stack/seed.ts';
import { startGuard } from '../stack/start-guard.ts';
import { buildWidget } from '../stack/widget-build.ts';
import { benchPeople, conversationCount } from './bench-people.ts';
import { waitForRows } from './helpline-database.ts';

/** PostgreSQL, Synapse and the appservice in a folder and on ports of their own, with the bench's counsellors. */
export type BenchStack = {
  readonly publicPort: number;
  /** Free for the page that plays the helpline's website; the configuration names it as the host page. */
  readonly demoPagePort: number;
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
  readonly stop: () => Promise<void>;
};

/** So many requests come from one address and in one conversation here that only the limits would be measured. */
const many = 1_000_000;
const unlimited = {
  startsPerMinutePerAddress: many,
  unreadyStartsPerAddress: many,
  statusPerMinutePerAddress: many,
  requestsPerMinutePerConversation: many,
  messagesPerMinutePerConversation: many,
  messageBurstPerConversation: many,
};

/** So long after the last desk room nothing goes on any more. */
const settleMs = 10_000;

/**
 * Starts everything and waits until it is quiet; whatever becomes of this process, a guard ends it again. With as many
 * counsellors as there are conversations at a time, unless fewer will do; with no limits but those that are measured.
 */
export async function startBenchStack(
  counsellorCount = conversationCount,
  measured: Partial<typeof unlimited> = {},
): Promise<BenchStack> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'helpline-bench-'));
  const guard = startGuard(dataFolder);
  try {
    const stack = await stackIn(dataFolder);
    const people = benchPeople(serverName, counsellorCount);
    await buildWidget(stack.layout.logsFolder);
    await startDatabase(stack);
    // The limits that Synapse sets for people would be all that is measured; PostgreSQL waits for the disk as always.
    await startHomeserver({ ...stack, isForTests: true });
    const homeserverUrl = `http://${loopback}:${stack.ports.homeserver}`;
    await seedHomeserver(homeserverUrl, stack.secrets, people);
    const wishes = {
      hours: 'always',
      startAt: null,
      overrides: { limits: { ...unlimited, ...measured } },
    } as const;
    const appservice = await startAppservice(stack, people, wishes);
    const databaseUrl = ownerUrl(stack, 'helpline');
    await waitForRows(databaseUrl, 'desk rooms', people.length + seededTeams.length);
    await pause(settleMs);
    return {
      publicPort: stack.ports.public,
      demoPagePort: stack.ports.demoPage,
      publicOrigin: `http://${loopback}:${stack.ports.public}`,
      homeserverUrl,
      asToken: stack.secrets.read('as_token'),
      host: `@1712:${serverName}`,
      databaseUrl,
      appservicePid: appservice.pid,
      people,
      stop: () => guard.end(),
    };
  } catch (failure) {
    await guard.end();
    throw failure;
  }
}

async function stackIn(dataFolder: string): Promise<Stack> {
  const layout = layoutOf(dataFolder);
  const [demoPage = 0, publicPort = 0, homeserver = 0, privatePort = 0, database = 0, element = 0] =
    await freePorts(6);
  const ports = { demoPage, public: publicPort, homeserver, private: privatePort, database, element };
  return { layout, ports, secrets: openSecrets(layout.secretsFolder) };
}
