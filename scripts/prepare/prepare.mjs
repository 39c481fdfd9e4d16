import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { requireMachine, requireRoom } from './machine.mjs';
import { arePackagesInstalled, installPackages, wasInstallInterrupted } from './npm-packages.mjs';
import { findPython, isEnvironmentReady, makeEnvironments } from './python.mjs';
import { endTurn, takeTurn } from './turn.mjs';

/** Folder of the checkout. */
const checkout = join(dirname(fileURLToPath(import.meta.url)), '../..');

const dataFolder = join(checkout, '.data');
const logsFolder = join(dataFolder, 'logs');
const lockFolder = join(checkout, 'scripts/stack');

/** The virtual environments: Synapse's, and for the tests that of the counsellor that is not our SDK. */
const environments = {
  synapse: { folder: join(dataFolder, 'venv'), lockFile: join(lockFolder, 'requirements.lock') },
  tests: { folder: join(dataFolder, 'venv-test'), lockFile: join(lockFolder, 'requirements-test.lock') },
};

/** The Node that everything after the preparation runs under. */
export const npmNode = join(checkout, 'node_modules/.bin/node');

/**
 * The environment of everything after the preparation: Node keeps compiled code between runs (Node.js `module.enableCompileCache`),
 * which halves the time that the appservice takes to load.
 */
export const nodeEnvironment = { ...process.env, NODE_COMPILE_CACHE: join(dataFolder, 'compile-cache') };

/**
 * Makes sure that everything that `npm start` or `npm test` stands on is installed; does nothing the second time.
 *
 * @param {{ isForTests: boolean, say: (line: string) => void }} options
 * @throws {Problem} one sentence that says what to do.
 */
export async function prepare({ isForTests, say }) {
  requireMachine();
  mkdirSync(dataFolder, { recursive: true });
  const { arePackagesMissing, missing } = whatIsMissing(isForTests);
  requireRoom(checkout, 300 + (arePackagesMissing ? 1_000 : 0) + (missing.length > 0 ? 500 : 0));
  if (!arePackagesMissing && missing.length === 0) return;
  await takeTurn(join(dataFolder, 'installing'), say);
  try {
    await install(whatIsMissing(isForTests), say); // the one that was waited for may have installed it
  } finally {
    endTurn();
  }
}

function whatIsMissing(isForTests) {
  const wanted = isForTests ? [environments.synapse, environments.tests] : [environments.synapse];
  return {
    arePackagesMissing: !arePackagesInstalled(checkout),
    missing: wanted.filter((environment) => !isEnvironmentReady(environment)),
  };
}

async function install({ arePackagesMissing, missing }, say) {
  const python = missing.length > 0 ? findPython() : '';
  const work = [];
  if (arePackagesMissing) {
    if (wasInstallInterrupted(checkout)) say('An earlier installation was interrupted and is done again.');
    say('Installing the npm packages of the lock file …');
    work.push(installPackages(checkout, logsFolder).then(() => say('The npm packages are installed.')));
  }
  if (missing.length > 0) {
    say('Making a Python environment with Synapse …');
    const making = makeEnvironments({ python, environments: missing, dataFolder, logsFolder });
    work.push(making.then(() => say('The Python environment is ready.')));
  }
  // Both come to their end even when one fails, so that nothing goes on installing behind the message.
  const failed = (await Promise.allSettled(work)).find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
