import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { minuteMs } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ResumeKeys } from '../../ports/resume-keys.ts';
import { createSealer } from './aes-sealer.ts';
import { destroyFile, unlessMissing } from './destroy-file.ts';
import { SystemError } from './system-error.ts';

const keyBytes = 32;
const idBytes = 8;
const place = 'resume.store-key';

/**
 * How old the newest file becomes before another one replaces it, and how long a replaced one is kept for a start that is just
 * sealing under it. Together with the timetable's seconds no file lives longer than ten minutes (design 5).
 */
const renewedAfterMs = 5 * minuteMs;
const destroyedAfterMs = minuteMs;

/** Name of a key file: when it was made in milliseconds, and its random id. */
const fileName = /^(\d{13,16})-([0-9a-f]{16})\.key$/;

type KeyFile = { readonly name: string; readonly madeAt: number; readonly id: string };

/**
 * Key files in a folder of their own, readable by the service's account only. Nothing of them is kept in memory, so that a
 * destroyed one is gone in every replica. What is sealed begins with the id of its file.
 */
export function createResumeKeys(folder: string, clock: Clock): ResumeKeys {
  const list = () => listKeyFiles(folder);
  const newest = async (): Promise<KeyFile> => (await list()).at(-1) ?? (await makeKeyFile(folder, clock));
  const seal = async (file: KeyFile, storeKey: Uint8Array): Promise<Uint8Array> => {
    const key = await readKey(folder, file);
    if (key === undefined) throw new SystemError('resume-key-missing');
    return Buffer.concat([Buffer.from(file.id, 'hex'), createSealer(key).seal(storeKey, place)]);
  };
  const openSealed = async (sealed: Uint8Array): Promise<Uint8Array | undefined> => {
    const id = idOf(sealed);
    const file = (await list()).find((each) => each.id === id);
    const key = file && (await readKey(folder, file));
    return key && createSealer(key).open(sealed.subarray(idBytes), place);
  };
  return {
    create: async () => {
      const storeKey = randomBytes(keyBytes);
      return { storeKey, sealedStoreKey: await seal(await newest(), storeKey) };
    },
    open: openSealed,
    reseal: async (sealed) => {
      const file = await newest();
      if (file.id === idOf(sealed)) return null;
      const storeKey = await openSealed(sealed);
      return storeKey && (await seal(file, storeKey));
    },
    renew: async () => {
      const last = (await list()).at(-1);
      if (last === undefined || clock.now() - last.madeAt >= renewedAfterMs) await makeKeyFile(folder, clock);
    },
    destroyReplaced: async () => {
      const files = await list();
      const last = files.at(-1);
      if (last === undefined || clock.now() - last.madeAt < destroyedAfterMs) return;
      for (const file of files.slice(0, -1)) await destroyFile(join(folder, file.name));
    },
  };
}

function idOf(sealed: Uint8Array): string {
  return Buffer.from(sealed.subarray(0, idBytes)).toString('hex');
}

/** Oldest first. */
async function listKeyFiles(folder: string): Promise<readonly KeyFile[]> {
  const names = await readdir(folder).catch(unlessMissing);
  return (names ?? [])
    .flatMap((name) => {
      const [, madeAt, id] = fileName.exec(name) ?? [];
      return madeAt === undefined || id === undefined ? [] : [{ name, madeAt: Number(madeAt), id }];
    })
    .sort((left, right) => left.madeAt - right.madeAt);
}

/** Written as a whole or not at all. */
async function makeKeyFile(folder: string, clock: Clock): Promise<KeyFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const madeAt = clock.now();
  const id = randomBytes(idBytes).toString('hex');
  const name = `${madeAt}-${id}.key`;
  const half = await open(join(folder, `.${name}.half`), 'wx', 0o600);
  await half.writeFile(randomBytes(keyBytes).toString('base64'));
  await half.sync();
  await half.close();
  await rename(join(folder, `.${name}.half`), join(folder, name));
  return { name, madeAt, id };
}

/** Undefined when it was destroyed meanwhile. */
async function readKey(folder: string, { name }: KeyFile): Promise<Uint8Array | undefined> {
  const text = await readFile(join(folder, name), 'utf8').catch(unlessMissing);
  return text === undefined ? undefined : Buffer.from(text, 'base64');
}
