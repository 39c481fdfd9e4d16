import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notes the first of the ports that a start uses, so that `npm run doctor` looks at the same ones. */
export function noteLastPortBase(dataFolder: string, base: number): void {
  writeFileSync(fileIn(dataFolder), `${String(base)}\n`);
}

/** The first port of the start that runs or ran last; undefined when there was none. */
export function lastPortBase(dataFolder: string): number | undefined {
  try {
    const base = Number(readFileSync(fileIn(dataFolder), 'utf8'));
    return Number.isInteger(base) && base > 0 ? base : undefined;
  } catch {
    return undefined;
  }
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'last-ports');
}
