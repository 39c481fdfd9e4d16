import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { checkout } from '../stack/checkout.ts';
import type { BuildFile } from './build-files.ts';

/** Best compressed files by the sha256 of what is in them; may be deleted at any time. */
const brotliFolder = join(checkout, '.data/brotli');

/** Good enough to serve at once: a fraction of a second for the whole build. */
const quickQuality = 5;

/** An eighth smaller, and thirteen seconds of processor for the WASM: made once per content. */
const bestQuality = 11;

/** Whether a file is worth a compressed twin; HTML is written anew by the appservice, which compresses it itself. */
export function isCompressible({ name, bytes }: BuildFile): boolean {
  return /\.(?:css|js|json|svg|wasm)$/.test(name) && bytes.length >= 512;
}

/** The best compressed bytes of a file when they have been made before. */
export function cachedBest(file: BuildFile): Buffer | undefined {
  const path = cachePath(file);
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Makes the best compressed bytes and keeps them. Slow. */
export function makeBest(file: BuildFile): Buffer {
  const bytes = compress(file, bestQuality);
  mkdirSync(brotliFolder, { recursive: true });
  writeAtomically(cachePath(file), bytes);
  return bytes;
}

/** A compressed file beside the one it stands for. */
export type Twin = { readonly sizeBytes: number; readonly isBest: boolean };

/** Puts the twin beside the file: the best there is, else a quick one. What is there already is left as it is. */
export function writeTwin(file: BuildFile): Twin {
  const path = `${file.path}.br`;
  const best = cachedBest(file);
  const present = existsSync(path) ? statSync(path).size : undefined;
  const isThere = present !== undefined && (best === undefined || best.length === present);
  const bytes = isThere ? undefined : (best ?? compress(file, quickQuality));
  if (bytes !== undefined) writeAtomically(path, bytes);
  return { sizeBytes: bytes?.length ?? present ?? 0, isBest: best !== undefined };
}

function compress({ bytes, name }: BuildFile, quality: number): Buffer {
  const mode = name.endsWith('.wasm') ? constants.BROTLI_MODE_GENERIC : constants.BROTLI_MODE_TEXT;
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: mode,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

function cachePath(file: BuildFile): string {
  return join(brotliFolder, `${file.sha256}.br`);
}

/** Whoever serves the file at this moment gets the old or the new one, never half of one. */
function writeAtomically(path: string, bytes: Buffer): void {
  const unfinished = `${path}.${String(process.pid)}`;
  writeFileSync(unfinished, bytes);
  renameSync(unfinished, path);
}
