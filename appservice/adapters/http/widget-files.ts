import { readdirSync } from 'node:fs';
import { basename, extname, join, sep } from 'node:path';

/** One file of the widget's build, as it is served. */
export type WidgetFile = {
  /** Where it lies; its brotli twin, if there is one, has `.br` after it. */
  readonly path: string;
  readonly contentType: string;
  readonly cacheControl: string;
  /** Host pages load this one from their own origin. */
  readonly isForHostPages: boolean;
};

/** What is served at all; other files of the build folder (source maps, brotli twins by name) are not there for browsers. */
const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

/** A name with a hash of the content in it never means other content: one year, RFC 8246. */
const immutable = 'public, max-age=31536000, immutable';

/** Everything else is asked for again after five minutes. */
const revalidated = 'public, max-age=300, must-revalidate';

/** The script that host pages load. */
const loaderName = 'loader.js';

/**
 * Lists the widget's build by URL path under `/widget/`. The list is closed: what was not there at the start is not
 * served, so no path can lead out of the folder. HTML is not in it; `frame-page.ts` serves that.
 */
export function listWidgetFiles(folder: string): ReadonlyMap<string, WidgetFile> {
  const files = new Map<string, WidgetFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(folder, sep).length).split(sep).join('/');
    files.set(name, {
      path,
      contentType,
      cacheControl: isHashed(name) ? immutable : revalidated,
      isForHostPages: name === loaderName,
    });
  }
  return files;
}

/** Vite puts eight characters of the hash before the ending, and hashed files in a folder of their own. */
function isHashed(name: string): boolean {
  return name.includes('/') && /-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(basename(name));
}
