import { statfsSync } from 'node:fs';
import { Problem } from './problem.mjs';

/** Refuses a machine that the stack cannot run on, before anything is made. */
export function requireMachine() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) {
    throw new Problem(
      `Node ${process.versions.node} is too old: install Node 20 or newer and run the same command again.`,
    );
  }
  const hasWheels = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch) && hasGlibc();
  if (!hasWheels) {
    throw new Problem(
      'This runs on Linux with glibc (x86-64 or arm64) only, because that is what Synapse has packages for: use such a machine (WSL or a virtual machine will do), or give the appservice a configuration that names a Synapse and a PostgreSQL elsewhere.',
    );
  }
}

function hasGlibc() {
  process.report.excludeNetwork = true; // else it looks up the names of every connection
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}

/**
 * Refuses to begin when the disk of a folder has less room than is needed.
 *
 * @throws {Problem} naming what is free and what is needed.
 */
export function requireRoom(folder, neededMegabytes) {
  const { bavail, bsize } = statfsSync(folder);
  const freeMegabytes = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMegabytes >= neededMegabytes) return;
  throw new Problem(
    `The disk is nearly full: ${freeMegabytes} MB are free at ${folder} and ${neededMegabytes} MB are needed, so make room and run the same command again.`,
  );
}
