import { parseArgs } from 'node:util';
import { ConfigError } from '../config/config-error.ts';
import { loadConfig } from '../config/load.ts';
import { startApp, type App } from './app.ts';

/**
 * The process: reads the configuration named by `--config` (or `HELPLINE_CONFIG`), starts the service, and stops it on
 * SIGTERM or SIGINT, however many come. Exit codes: 0 after a clean stop, 78 for a wrong configuration (EX_CONFIG), 1 for
 * everything else.
 */
async function main(): Promise<void> {
  process.removeAllListeners('warning'); // Node would print a library's words beside the log
  const { values } = parseArgs({ options: { config: { type: 'string' } } });
  const loaded = loadConfig(values.config);
  for (const warning of loaded.warnings) process.stderr.write(`warning: ${warning}\n`);
  const app = await startApp(loaded);
  process.on('warning', app.report);
  process.on('unhandledRejection', app.report);
  process.on('SIGTERM', () => void stop(app));
  process.on('SIGINT', () => void stop(app));
}

async function stop(app: App): Promise<void> {
  process.exit(await app.stop());
}

function fail(error: unknown): never {
  if (error instanceof ConfigError) {
    for (const problem of error.problems) process.stderr.write(`${problem}\n`);
    process.exit(78);
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
  process.stderr.write(`The service could not start (${code}).\n`);
  process.exit(1);
}

main().catch(fail);
