import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../stack/checkout.ts';

/** What a build is made of; anything else may change without a new one. */
const inputs = [
  'widget',
  'appservice/contract',
  'scripts/build-widget.ts',
  'scripts/widget',
  'package-lock.json',
];

/** A hash of everything a build is made of, so that an unchanged one is not made again. */
export function stampOfSources(): string {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap((input) => filesUnder(join(checkout, input)))) {
    hash
      .update(`${path.slice(checkout.length)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
