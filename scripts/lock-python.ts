/**
 * `npm run lock:python`: writes the hash locks of the Python packages from `scripts/stack/requirements*.in`. They name
 * no host, hold every platform that Synapse has wheels for, and are good from Python 3.10 on (feasibility.md Part A 1).
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from './stack/checkout.ts';

const uv = join(checkout, '.data/uv/bin/uv');

for (const name of ['requirements', 'requirements-test']) {
  const { status } = spawnSync(
    uv,
    [
      ...['pip', 'compile', '--quiet', '--universal', '--generate-hashes', '--python-version', '3.10'],
      ...['--custom-compile-command', 'npm run lock:python', `${name}.in`, '-o', `${name}.lock`],
    ],
    { cwd: join(checkout, 'scripts/stack'), stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = 1;
}
