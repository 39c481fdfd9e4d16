import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresAccess } from '../appservice/adapters/postgres/connections.ts';
import { StartError } from '../appservice/adapters/system/start-error.ts';
import { ConfigError } from '../config/config-error.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { checkout } from './stack/checkout.ts';
import { layoutOf } from './stack/layout.ts';

/**
 * The configuration that an administrator's command looks at, and how its database is reached: the named file, else the one that the
 * environment names, else the one that `npm start` writes. Throws `ConfigError`.
 */
export function configOfStart(file: string | undefined): {
  readonly config: Config;
  readonly access: PostgresAccess;
} {
  const { config, secrets } = loadConfig(file ?? writtenByStart());
  return { config, access: { ...config.database, password: secrets.databasePassword } };
}

/** What such a command says when it could not look, a line each. Throws what is neither the configuration's nor the surroundings' fault. */
export function problemsOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof StartError) return [error.message];
  throw error;
}

function writtenByStart(): string | undefined {
  const own = join(layoutOf(join(checkout, '.data')).appserviceFolder, 'helpline.yaml');
  return (process.env['HELPLINE_CONFIG'] ?? '') === '' && existsSync(own) ? own : undefined;
}
