import { join } from 'node:path';
import type { Layout, StackPorts } from './layout.ts';
import { loopback } from './ports.ts';
import { keepAudit } from './keep-audit.ts';
import { databaseUrl, ensureDatabase, startPostgres } from './postgres.ts';
import type { StackProcess } from './processes.ts';
import type { Secrets } from './secrets.ts';
import { startSynapse } from './synapse.ts';

/** Name of this stack's homeserver in user ids. */
export const serverName = 'localhost';

/** One stack: where it lies, where it listens, what it keeps secret. */
export type Stack = {
  readonly layout: Layout;
  readonly ports: StackPorts;
  readonly secrets: Secrets;
  readonly isForTests?: boolean;
};

/** Starts PostgreSQL with a database for the service and one for the homeserver. */
export async function startDatabase(stack: Stack): Promise<StackProcess> {
  const { layout, ports, secrets, isForTests = false } = stack;
  const started = await startPostgres({
    dataFolder: layout.postgresFolder,
    port: ports.database,
    password: secrets.read('postgres.password'),
    runFolder: layout.runFolder,
    logFile: join(layout.logsFolder, 'postgres.log'),
    isForTests,
  });
  const adminUrl = superuserUrl(stack);
  for (const name of ['helpline', 'synapse'] as const) {
    const password = secrets.read(`${name}-database.password`);
    await ensureDatabase(adminUrl, { name, role: name, password });
  }
  await keepAudit(superuserUrl(stack, 'helpline'));
  return started;
}

/** Starts Synapse on the stack's PostgreSQL, with the application service registered. */
export function startHomeserver(stack: Stack): Promise<StackProcess> {
  const { layout, ports, secrets, isForTests = false } = stack;
  return startSynapse({
    folder: layout.synapseFolder,
    port: ports.homeserver,
    serverName,
    databasePort: ports.database,
    appserviceUrl: `http://${loopback}:${ports.private}`,
    secrets,
    runFolder: layout.runFolder,
    logFile: join(layout.logsFolder, 'synapse.log'),
    isForTests,
  });
}

/** Connection URL of a database of the stack, as the role that owns it. */
export function ownerUrl(stack: Stack, name: 'helpline' | 'synapse'): string {
  const password = stack.secrets.read(`${name}-database.password`);
  return databaseUrl(stack.ports.database, { name, role: name, password });
}

/** Connection URL of PostgreSQL's superuser: it makes databases, and the tests search all of them. */
export function superuserUrl(stack: Stack, name = 'postgres'): string {
  const password = stack.secrets.read('postgres.password');
  return databaseUrl(stack.ports.database, { name, role: 'postgres', password });
}
