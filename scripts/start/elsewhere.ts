import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from '../stack/checkout.ts';
import { folderElsewhere } from '../stack/postgres-binaries.ts';

const noteName = 'clone';

/** A folder outside of any clone whose clone is gone; `owner` is undefined when nobody noted whose it is. */
export type LeftBehind = { readonly folder: string; readonly owner: string | undefined };

/** Notes in a folder outside the clone whose it is: its name is a hash that nobody can read back. */
export function noteOwner(folder: string): void {
  writeFileSync(join(folder, noteName), `${checkout}\n`, { mode: 0o644 });
}

/** The folders there that no clone needs, as far as is known; ours is not among them. */
export function foldersLeftBehind(own = folderElsewhere()): readonly LeftBehind[] {
  const parent = dirname(own);
  return namesIn(parent)
    .map((name) => join(parent, name))
    .filter((folder) => folder !== own)
    .map((folder) => ({ folder, owner: readOwner(folder) }))
    .filter(({ owner }) => owner === undefined || !existsSync(owner));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function readOwner(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, noteName), 'utf8').trim();
  } catch {
    return undefined;
  }
}
