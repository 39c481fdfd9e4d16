import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One file of a build. */
export type BuildFile = {
  /** Below the build folder, with forward slashes. */
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
  /** Hex. */
  readonly sha256: string;
};

/** Written by the build itself after the files, and no part of what it hashes. */
export const integrityName = 'integrity.json';

/** The files that Vite made, sorted by name: brotli twins, the integrity list and dot files are left out. */
export function readBuildFiles(folder: string): readonly BuildFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.br') && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(folder, path).split(sep).join('/') }))
    .filter(({ name }) => name !== integrityName)
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ path, name }) => {
      const bytes = readFileSync(path);
      return { path, name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
}

/**
 * The list that is published with a build: each file's sha256 in the form of Subresource Integrity, sorted by name. Its
 * own sha256 is the build's name (design 1: whoever serves another widget can be found out).
 */
export function integrityOf(files: readonly BuildFile[]): string {
  const list = files.map(({ name, sha256 }) => [
    name,
    `sha256-${Buffer.from(sha256, 'hex').toString('base64')}`,
  ]);
  return `${JSON.stringify(Object.fromEntries(list), undefined, 2)}\n`;
}
