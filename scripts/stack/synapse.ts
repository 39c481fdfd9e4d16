import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loopback } from './ports.ts';
import { checkout } from './checkout.ts';
import { type StackProcess, startProcess } from './processes.ts';
import { type SynapseOptions, homeserverConfig, registration } from './synapse-config.ts';
import { waitUntil } from './wait-until.ts';

/** Python of the virtual environment that Synapse is installed in; `npm start` and `npm test` make it. */
export const venvPython = join(checkout, '.data/venv/bin/python');

/** Writes Synapse's files, starts it, and waits until the one that answers is ours. */
export async function startSynapse(options: SynapseOptions): Promise<StackProcess> {
  const { folder } = options;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, 'homeserver.yaml'), homeserverConfig(options), { mode: 0o600 });
  writeFileSync(join(folder, 'registration.yaml'), registration(options), { mode: 0o600 });
  const started = await startProcess({
    name: 'synapse',
    command: venvPython,
    args: ['-m', 'synapse.app.homeserver', '-c', join(folder, 'homeserver.yaml')],
    runFolder: options.runFolder,
    logFile: options.logFile,
    problem: 'homeserver',
    environment: withCompiledPython(),
    workFolder: folder,
  });
  await waitUntil({
    process: started,
    problem: 'homeserver',
    limitMs: 60_000,
    isReady: () => knowsOurToken(`http://${loopback}:${options.port}`, options.secrets.read('as_token')),
  });
  return started;
}

/** Compiled Python is two seconds quicker at every start, so the variable that forbids it is not handed on. */
function withCompiledPython(): NodeJS.ProcessEnv {
  const environment = { ...process.env };
  delete environment['PYTHONDONTWRITEBYTECODE'];
  return environment;
}

/** Only our homeserver knows our token: another one on the same port would answer everything else as well. */
async function knowsOurToken(homeserverUrl: string, asToken: string): Promise<boolean> {
  try {
    const answer = await fetch(`${homeserverUrl}/_matrix/client/v3/account/whoami`, {
      headers: { authorization: `Bearer ${asToken}` },
      signal: AbortSignal.timeout(5_000),
    });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false; // not yet
  }
}
