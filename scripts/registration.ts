/** `npm run registration`: writes the file by which the homeserver knows the helpline. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import { loadConfig } from '../config/load.ts';
import { writeRegistration } from './registration/write-registration.ts';

const usage = `npm run registration -- [options]

  --config FILE           the configuration; else the one that the environment variable HELPLINE_CONFIG names
  --out FILE              where to write (registration.yaml)
  --url http://HOST:PORT  where the homeserver reaches the private listener, when not where it listens
  -h, --help              show these options
`;

// npm moves to the clone first; paths are meant from where the person stands.
process.chdir(process.env['INIT_CWD'] ?? '.');

try {
  const { config, out, url, help } = readOptions();
  if (help) {
    process.stdout.write(usage);
  } else {
    const file = resolve(out);
    writeRegistration(loadConfig(config), { file, url });
    process.stdout.write(
      `${file} is written: only its owner may read it, which has to be the homeserver's account.\n`,
    );
  }
} catch (error) {
  for (const problem of problemsOf(error)) process.stderr.write(`${problem}\n`);
  process.exitCode = 78;
}

function problemsOf(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (!(error instanceof Error && 'syscall' in error)) throw error;
  return [`The file of --out cannot be written: ${error.message}.`];
}

function readOptions() {
  try {
    const options = {
      config: { type: 'string' },
      out: { type: 'string', default: 'registration.yaml' },
      url: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    process.stderr.write(`That is not an option of this program. It has these:\n\n${usage}`);
    process.exit(78);
  }
}
