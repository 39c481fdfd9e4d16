import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { registrationOf } from '../../appservice/adapters/matrix/registration.ts';
import { loopback } from './ports.ts';
import { checkout } from './checkout.ts';
import type { Secrets } from './secrets.ts';

/** Id of the application service's registration: the one that the configuration's sample names. */
export const registrationId = 'helpline-1712';

/** What differs between one homeserver of this stack and the next. */
export type SynapseOptions = {
  /** Its files: configuration, media. */
  readonly folder: string;
  /** Port of the client API. */
  readonly port: number;
  readonly serverName: string;
  readonly databasePort: number;
  /** Where the application service's private listener is, or will be. */
  readonly appserviceUrl: string;
  readonly secrets: Secrets;
  readonly runFolder: string;
  readonly logFile: string;
  readonly isForTests?: boolean;
};

const settingsSchema = z.record(z.string(), z.unknown());

function sharedSettings(): Record<string, unknown> {
  return settingsSchema.parse(parse(readFileSync(join(checkout, 'config/synapse/homeserver.yaml'), 'utf8')));
}

/** The tests' own people are not exempt from limits as the application service is, and do many things at once. */
function testLimits(): Record<string, unknown> {
  const limit = { per_second: 1000, burst_count: 1000 };
  return {
    rc_login: { address: limit, account: limit, failed_attempts: limit },
    rc_message: limit,
    rc_joins: { local: limit, remote: limit },
    rc_invites: { per_room: limit, per_user: limit, per_issuer: limit },
    rc_key_requests: limit,
  };
}

/** `homeserver.yaml`, written as JSON, which is YAML too: the settings of every homeserver of ours and what belongs to this machine. */
export function homeserverConfig(options: SynapseOptions): string {
  const { folder, port, secrets } = options;
  return JSON.stringify({
    ...sharedSettings(),
    server_name: options.serverName,
    public_baseurl: `http://localhost:${port}/`,
    pid_file: join(folder, 'synapse.pid'),
    signing_key_path: secrets.file('synapse-signing.key'),
    macaroon_secret_key: secrets.read('synapse-macaroon'),
    form_secret: secrets.read('synapse-form'),
    registration_shared_secret: secrets.read('synapse-registration'),
    listeners: [
      {
        port,
        bind_addresses: [loopback],
        type: 'http',
        tls: false,
        resources: [{ names: ['client'] }],
      },
    ],
    database: {
      name: 'psycopg2',
      args: {
        user: 'synapse',
        password: secrets.read('synapse-database.password'),
        dbname: 'synapse',
        host: loopback,
        port: options.databasePort,
        cp_min: 2,
        cp_max: 10,
      },
    },
    app_service_config_files: [join(folder, 'registration.yaml')],
    log_config: join(checkout, 'config/synapse/log.yaml'),
    media_store_path: join(folder, 'media'),
    // Passwords here are made at random and good on this machine only: four seconds of hashing buy nothing.
    bcrypt_rounds: 6,
    ...(options.isForTests === true ? testLimits() : {}),
  });
}

/** The application service's registration for this homeserver, as JSON. */
export function registration(options: SynapseOptions): string {
  return JSON.stringify(
    registrationOf({
      registrationId,
      serverName: options.serverName,
      url: options.appserviceUrl,
      asToken: options.secrets.read('as_token'),
      hsToken: options.secrets.read('hs_token'),
    }),
  );
}
