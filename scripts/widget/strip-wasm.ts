import binaryen from 'binaryen';
import type { Plugin } from 'vite';
import { isUnusedExport } from './unused-crypto.ts';

/**
 * Goes into the WASM's file name: Vite hashes the bytes as they were before the plugin, so a change of what is stripped
 * must change the name of the immutable file by itself (feasibility E 5). Raise it with any change below,
 * or of what counts as unused.
 */
export const stripVersion = 's3';

/** No optimisation: the code that stays is the library's own, so that what it does in constant time goes on doing so. */
const passes = ['remove-unused-module-elements', 'strip-debug', 'strip-producers'];

/**
 * The module without its debug sections (2.9 MB of function names), and without those exports and what only they lead to.
 * Whoever calls one of them all the same gets a `TypeError`. Throws for what is no module.
 */
export function withoutUnused(module: Uint8Array, isUnused: (name: string) => boolean): Uint8Array {
  const parsed = binaryen.readBinary(module);
  try {
    for (const name of exportsOf(parsed).filter(isUnused)) parsed.removeExport(name);
    parsed.runPasses(passes);
    return parsed.emitBinary();
  } finally {
    parsed.dispose();
  }
}

function exportsOf(parsed: binaryen.Module): readonly string[] {
  const places = Array.from({ length: parsed.getNumExports() }, (_, place) => place);
  return places.map((place) => binaryen.getExportInfo(parsed.getExportByIndex(place)).name);
}

/**
 * Strips every WASM of a build: a fifth of what a caller would wait for. Vite's workers have a plugin list of their own: it
 * belongs into both.
 */
export function stripWasm(): Plugin {
  return {
    name: 'strip-wasm',
    generateBundle: {
      order: 'pre',
      handler(_options, bundle) {
        for (const asset of Object.values(bundle)) {
          if (asset.type !== 'asset' || !asset.fileName.endsWith('.wasm')) continue;
          asset.source = withoutUnused(Buffer.from(asset.source), isUnusedExport);
        }
      },
    },
  };
}
