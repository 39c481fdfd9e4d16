/**
 * `npm run registration -- --config helpline.yaml [--out registration.yaml] [--url http://HOST:PORT]`: writes the file by
 * which the homeserver knows the helpline. `--url` is where the homeserver reaches the private listener, when that is
 * not the address it listens on.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import { loadConfig } from '../config/load.ts';
import { writeRegistration } from './registration/write-registration.ts';

const { values } = parseArgs({
  options: {
    config: { type: 'string' },
    out: { type: 'string', default: 'registration.yaml' },
    url: { type: 'string' },
  },
});

try {
  const file = resolve(values.out);
  writeRegistration(loadConfig(values.config), { file, url: values.url });
  process.stdout.write(
    `${file} is written: only its owner may read it, which has to be the homeserver's account.\n`,
  );
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  for (const problem of error.problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 78;
}
