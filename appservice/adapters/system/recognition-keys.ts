import { createHmac, randomBytes } from 'node:crypto';
import { link, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { monthAt, type CalendarMonth } from '../../domain/calendar-months.ts';
import { isRecognitionKeyDue } from '../../domain/recognition.ts';
import type { Clock } from '../../ports/clock.ts';
import { failureCode } from '../../ports/failure-code.ts';
import type { RecognitionKey, RecognitionKeys } from '../../ports/recognition-keys.ts';
import { destroyFile, unlessMissing } from './destroy-file.ts';
import { SystemError } from './system-error.ts';

const keyBytes = 32;
const idBytes = 8;

/** Name of a key file: the month it is for. */
const fileName = /^(\d{4}-\d{2})\.key$/;

/** Name of what a crash left of making one. */
const halfName = /^\.(\d{4}-\d{2})-[0-9a-f]{16}\.half$/;

/**
 * Key files in a folder of their own, one for each month, readable by the service's account only. The folder is there before
 * the service is (the administrator's, or the stack's): one that is missing means that keys were lost. Nothing is kept in
 * memory, so that a destroyed key is gone in every replica.
 */
export function createRecognitionKeys(folder: string, clock: Clock): RecognitionKeys {
  const ofMonth = (month: CalendarMonth) => join(folder, `${month}.key`);
  const current = async (): Promise<RecognitionKey> => {
    const month = monthAt(clock.now());
    const months = await listMonths(folder);
    if (!months.includes(month)) await makeKeyFile(folder, month);
    return await readKey(ofMonth(month), month);
  };
  return {
    current: () => coded(current),
    alive: () =>
      coded(async () => {
        await current();
        const now = clock.now();
        const months = (await listMonths(folder)).filter((month) => !isRecognitionKeyDue(month, now));
        return await Promise.all(months.reverse().map((month) => readKey(ofMonth(month), month)));
      }),
    turn: () =>
      coded(async () => {
        await current();
        const now = clock.now();
        await removeHalves(folder, monthAt(now));
        for (const month of await listMonths(folder)) {
          if (isRecognitionKeyDue(month, now)) await destroyFile(ofMonth(month));
        }
      }),
  };
}

/** Whatever fails here means that keys cannot be read; no path of a file goes further than the cause. */
async function coded<Value>(act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw new SystemError('recognition-keys-unreadable', error);
  }
}

/** Oldest first. */
async function listMonths(folder: string): Promise<CalendarMonth[]> {
  const names = await readdir(folder);
  return names.flatMap((name) => fileName.exec(name)?.[1] ?? []).sort();
}

/**
 * A half is a second name of its key file, or of a key that was never used: taking the name away is enough, and overwriting
 * it would overwrite the key. Those of this month may be in the making by another replica.
 */
async function removeHalves(folder: string, current: CalendarMonth): Promise<void> {
  for (const name of await readdir(folder)) {
    const month = halfName.exec(name)?.[1];
    if (month !== undefined && month !== current) await unlink(join(folder, name)).catch(unlessMissing);
  }
}

async function readKey(path: string, month: CalendarMonth): Promise<RecognitionKey> {
  const text = (await readFile(path, 'utf8')).trim();
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes || key.toString('base64') !== text) throw new SystemError('bad-key');
  const mac = (kind: string, value: string) => createHmac('sha256', key).update(`${kind}\n${value}`).digest();
  return {
    // Made of the key itself: a key that was lost and made anew has another id.
    id: `${month}-${mac('id', '').subarray(0, idBytes).toString('hex')}`,
    fingerprint: (kind, value) => mac(kind, value).toString('base64url'),
  };
}

/** Written as a whole or not at all; of two replicas that make it at once, one wins and both read that one. */
async function makeKeyFile(folder: string, month: CalendarMonth): Promise<void> {
  const half = join(folder, `.${month}-${randomBytes(idBytes).toString('hex')}.half`);
  const file = await open(half, 'wx', 0o600);
  try {
    await file.writeFile(randomBytes(keyBytes).toString('base64'));
    await file.sync();
    await link(half, join(folder, `${month}.key`)).catch((error: unknown) => {
      if (failureCode(error) !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await unlink(half);
  }
}
