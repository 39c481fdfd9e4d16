import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { runCommand } from './run-command.mjs';

const uvVersion = '0.13.8';
const stampName = 'helpline-installed';

/**
 * One virtual environment: where it is and which lock file says what is in it.
 *
 * @typedef {{ folder: string, lockFile: string }} Environment
 */

/** Whether a virtual environment holds what its lock file says, completely. */
export function isEnvironmentReady({ folder, lockFile }) {
  const stamp = join(folder, stampName);
  return (
    existsSync(join(folder, 'bin/python')) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === hashOf(lockFile)
  );
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/**
 * Makes virtual environments with `uv`, which comes from PyPI by pip; pip comes with Python, else with its venv
 * module (feasibility.md Part A 1).
 *
 * @param {{ python: string, environments: Environment[], dataFolder: string, logsFolder: string }} options
 * @throws {Problem} when an installation fails.
 */
export async function makeEnvironments({ python, environments, dataFolder, logsFolder }) {
  const uv = await installUv({ python, dataFolder, logsFolder });
  for (const { folder, lockFile } of environments) {
    rmSync(folder, { recursive: true, force: true });
    const steps = [
      ['venv', '--quiet', '--python', python, folder],
      ['pip', 'install', '--python', join(folder, 'bin/python'), '--require-hashes'].concat([
        '--only-binary',
        ':all:',
        '--compile-bytecode',
        '-r',
        lockFile,
      ]),
    ];
    for (const args of steps) {
      await runCommand({
        command: uv,
        args,
        cwd: dataFolder,
        logFile: join(logsFolder, `uv-${args[0]}.log`),
        what: 'Installing the Python packages',
        // The system's certificates: many networks have an authority of their own, which pip and npm know.
        env: { ...process.env, ...indexOf(python), UV_PYTHON_DOWNLOADS: 'never', UV_SYSTEM_CERTS: 'true' },
      });
    }
    writeFileSync(join(folder, stampName), hashOf(lockFile));
  }
}

/** A package index that pip was told of is meant for uv as well, which does not read pip's settings. */
function indexOf(python) {
  if (process.env.UV_DEFAULT_INDEX || process.env.UV_INDEX_URL) return {};
  const asked = spawnSync(python, ['-m', 'pip', 'config', 'get', 'global.index-url'], { encoding: 'utf8' });
  const index = process.env.PIP_INDEX_URL ?? (asked.status === 0 ? asked.stdout.trim() : '');
  return index === '' ? {} : { UV_DEFAULT_INDEX: index };
}

/**
 * Finds a Python that Synapse runs on and that can install packages.
 *
 * @throws {Problem} when there is none, or it has neither pip nor venv.
 */
export function findPython() {
  const python = findInterpreter();
  if (hasPip(python) || spawnSync(python, ['-c', 'import ensurepip, venv']).status === 0) return python;
  throw new Problem(
    'Python has neither pip nor venv: install one of them (on Debian or Ubuntu "apt install python3-venv") and run the same command again.',
  );
}

function hasPip(python) {
  return spawnSync(python, ['-m', 'pip', '--version']).status === 0;
}

function findInterpreter() {
  const names = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];
  for (const name of names) {
    const asked = spawnSync(
      name,
      ['-c', 'import sys; print(sys.executable if sys.version_info >= (3, 10) else "")'],
      {
        encoding: 'utf8',
      },
    );
    if (asked.status === 0 && asked.stdout.trim() !== '') return asked.stdout.trim();
  }
  throw new Problem(
    'Python 3.10 or newer is missing: install it (on Debian or Ubuntu "apt install python3 python3-venv") and run the same command again.',
  );
}

async function installUv({ python, dataFolder, logsFolder }) {
  const folder = join(dataFolder, 'uv');
  const uv = join(folder, 'bin/uv');
  const found = spawnSync(uv, ['--version'], { encoding: 'utf8' });
  if (found.status === 0 && found.stdout.startsWith(`uv ${uvVersion}`)) return uv;
  rmSync(folder, { recursive: true, force: true });
  await runCommand({
    command: await pythonWithPip({ python, dataFolder, logsFolder }),
    args: [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--disable-pip-version-check',
      '--target',
      folder,
      `uv==${uvVersion}`,
    ],
    cwd: dataFolder,
    logFile: join(logsFolder, 'pip-uv.log'),
    what: 'Installing uv by pip',
  });
  return uv;
}

/** A Python that has pip: the machine's, else that of a virtual environment made for this. */
async function pythonWithPip({ python, dataFolder, logsFolder }) {
  if (hasPip(python)) return python;
  const folder = join(dataFolder, 'pip');
  await runCommand({
    command: python,
    args: ['-m', 'venv', '--clear', folder],
    cwd: dataFolder,
    logFile: join(logsFolder, 'venv.log'),
    what: 'Making a virtual environment',
  });
  return join(folder, 'bin/python');
}
