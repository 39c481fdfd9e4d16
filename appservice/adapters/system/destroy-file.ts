import { randomBytes } from 'node:crypto';
import { open, unlink } from 'node:fs/promises';
import { failureCode } from '../../ports/failure-code.ts';

/** More than any key file holds. */
const overwrittenBytes = 64;

/** Overwrites a key file before it is removed; what a disk keeps of it beyond that is the administrator's matter. */
export async function destroyFile(path: string): Promise<void> {
  const file = await open(path, 'r+').catch(unlessMissing);
  if (file === undefined) return;
  await file.write(randomBytes(overwrittenBytes), 0, overwrittenBytes, 0);
  await file.sync();
  await file.close();
  await unlink(path).catch(unlessMissing);
}

/** Undefined for a file that is not there; every other failure goes on. */
export function unlessMissing(error: unknown): undefined {
  if (failureCode(error) === 'ENOENT') return undefined;
  throw error;
}
