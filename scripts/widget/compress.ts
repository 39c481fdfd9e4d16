/**
 * Replaces the quickly compressed twins of a build by the best ones. Runs by itself behind `npm start`, at the lowest
 * priority, and may be ended at any time.
 * `node scripts/widget/compress.ts FOLDER`
 */
import { setPriority } from 'node:os';
import { cachedBest, isCompressible, makeBest, writeTwin } from './brotli-files.ts';
import { readBuildFiles } from './build-files.ts';

const lowestPriority = 19;

const [folder] = process.argv.slice(2);
if (folder !== undefined) {
  setPriority(lowestPriority);
  const missing = readBuildFiles(folder).filter(
    (file) => isCompressible(file) && cachedBest(file) === undefined,
  );
  const smallestFirst = missing.toSorted((one, other) => one.bytes.length - other.bytes.length);
  for (const file of smallestFirst) makeBest(file);
  // Read again: a new build may have taken the folder meanwhile, and gets only what fits its own files.
  for (const file of readBuildFiles(folder).filter(isCompressible)) {
    if (cachedBest(file) !== undefined) writeTwin(file);
  }
}
