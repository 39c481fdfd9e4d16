import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import { loadConfig } from '../config/load.ts';
import { startApp, startProblem, type App } from './app.ts';

const usage = `node_modules/.bin/node appservice/main.ts [options]

  --config FILE   the configuration; else the one that the environment variable HELPLINE_CONFIG names
  -h, --help      show these options
`;

/**
 * The process: reads the configuration named by `--config` (or `HELPLINE_CONFIG`), starts the service, and stops it on
 * SIGTERM or SIGINT, however many come. Exit codes: 0 after a clean stop, 78 for a wrong configuration or option (EX_CONFIG),
 * 1 for everything else.
 */
async function main(): Promise<void> {
  process.removeAllListeners('warning'); // Node would print a library's words beside the log
  const { config, help } = readOptions();
  if (help) {
    process.stdout.write(usage);
    return;
  }
  const loaded = loadConfig(config);
  warn(loaded.warnings);
  const app = await startApp(loaded);
  warn(app.warnings);
  process.on('warning', app.report);
  process.on('unhandledRejection', app.report);
  process.on('SIGTERM', () => void stop(app));
  process.on('SIGINT', () => void stop(app));
}

function readOptions(): { readonly config?: string; readonly help: boolean } {
  try {
    const options = {
      config: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    } as const;
    return parseArgs({ options }).values;
  } catch {
    process.stderr.write(`That is not an option of this program. It has these:\n\n${usage}`);
    process.exit(78);
  }
}

function warn(sentences: readonly string[]): void {
  for (const each of sentences) process.stderr.write(`warning: ${each}\n`);
}

async function stop(app: App): Promise<void> {
  process.exit(await app.stop());
}

function fail(error: unknown): never {
  if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exit(78);
  }
  process.stderr.write(`${startProblem(error)}\n`);
  process.exit(1);
}

main().catch(fail);
