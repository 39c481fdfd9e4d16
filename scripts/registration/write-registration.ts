import { renameSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { registrationOf } from '../../appservice/adapters/matrix/registration.ts';
import type { LoadedConfig } from '../../config/load.ts';

const head = `# Registration of the helpline with the homeserver (app_service_config_files in homeserver.yaml). Written by
# "npm run registration"; holds secrets, so only the account that the homeserver runs under may read it.
`;

/**
 * Writes the registration that belongs to a configuration, for its owner's eyes only. `url` is where the homeserver
 * reaches the private listener when that is not where the listener listens.
 */
export function writeRegistration(
  { config, secrets }: LoadedConfig,
  { file, url }: { readonly file: string; readonly url?: string | undefined },
): void {
  const { homeserver, listeners } = config;
  const registration = registrationOf({
    registrationId: homeserver.registrationId,
    serverName: homeserver.serverName,
    url: url ?? addressOf(listeners.private),
    asToken: secrets.asToken,
    hsToken: secrets.hsToken,
  });
  const half = `${file}.half`;
  writeFileSync(half, head + stringify(registration), { mode: 0o600 });
  renameSync(half, file);
}

function addressOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
