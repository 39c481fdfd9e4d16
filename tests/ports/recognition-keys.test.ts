import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createRecognitionKeys } from '../../appservice/adapters/system/recognition-keys.ts';
import type { Clock } from '../../appservice/ports/clock.ts';
import type { RecognitionKeys } from '../../appservice/ports/recognition-keys.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { memoryRecognitionKeys } from '../support/memory-recognition.ts';

/** Brussels time is an hour or two ahead: the first of a month begins there on the last evening of UTC's. */
const may = Date.UTC(2026, 4, 12, 15);
const endOfNovember = Date.UTC(2026, 10, 30, 22, 59, 59, 999);
const startOfDecember = Date.UTC(2026, 10, 30, 23);
const unreadable = { code: 'recognition-keys-unreadable' };
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recognition-keys-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function aliveIds(keys: RecognitionKeys): Promise<readonly string[]> {
  return (await keys.alive()).map(({ id }) => id);
}

function recognitionKeysContract(create: (clock: Clock) => RecognitionKeys): void {
  test('make the same of the same value within a month, and another of each kind and value', async () => {
    const keys = create(drivenClock(may));
    const [one, again] = [await keys.current(), await keys.current()];
    expect(again.id).toBe(one.id);
    expect(again.fingerprint('address', '203.0.113.7')).toBe(one.fingerprint('address', '203.0.113.7'));
    const prints = [
      one.fingerprint('address', '203.0.113.7'),
      one.fingerprint('nickname', '203.0.113.7'),
      one.fingerprint('token', '203.0.113.7'),
      one.fingerprint('address', '203.0.113.8'),
    ];
    expect(new Set(prints).size).toBe(4);
    expect(prints.filter((print) => !/^[A-Za-z0-9_-]{43}$/.test(print))).toEqual([]);
  });

  test('have a new key from the first of a month on the helpline’s clock, and the old one stays', async () => {
    const clock = drivenClock(endOfNovember);
    const keys = create(clock);
    const november = await keys.current();
    clock.set(startOfDecember);
    const december = await keys.current();
    expect(december.id).not.toBe(november.id);
    expect(december.fingerprint('nickname', 'mier')).not.toBe(november.fingerprint('nickname', 'mier'));
    expect(await aliveIds(keys)).toEqual([december.id, november.id]);
  });

  test('still have a key in its sixth month, and never again after it', async () => {
    const clock = drivenClock(may);
    const keys = create(clock);
    const { id } = await keys.current();
    clock.set(endOfNovember);
    await keys.turn();
    expect(await aliveIds(keys)).toContain(id);
    clock.set(startOfDecember);
    expect(await aliveIds(keys)).not.toContain(id);
    await keys.turn();
    clock.set(may);
    expect(await aliveIds(keys)).not.toContain(id);
  });

  test('of several months are told newest first, this month’s included', async () => {
    const clock = drivenClock(may);
    const keys = create(clock);
    await keys.turn();
    clock.set(Date.UTC(2026, 7, 1, 12));
    const ids = await aliveIds(keys);
    expect(ids.map((id) => id.slice(0, 7))).toEqual(['2026-08', '2026-05']);
  });
}

describe('recognition keys in memory', () => {
  recognitionKeysContract(memoryRecognitionKeys);

  test('fail while they are lost', async () => {
    const keys = memoryRecognitionKeys(drivenClock(may));
    keys.areLost = true;
    for (const call of [keys.current(), keys.alive(), keys.turn()]) {
      await expect(call).rejects.toMatchObject(unreadable);
    }
  });
});

describe('recognition keys in files', () => {
  recognitionKeysContract((clock) => createRecognitionKeys(newFolder(), clock));

  test.each<[string, (folder: string) => void]>([
    [
      'the folder is missing',
      (folder) => {
        rmSync(folder, { recursive: true });
      },
    ],
    [
      'the folder is a file',
      (folder) => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '');
      },
    ],
    [
      'a key is empty',
      (folder) => {
        writeFileSync(join(folder, '2026-05.key'), '');
      },
    ],
    [
      'an older key is cut short',
      (folder) => {
        writeFileSync(join(folder, '2026-04.key'), Buffer.alloc(31, 7).toString('base64'));
      },
    ],
  ])('fail with a code and without a path when %s', async (_, spoil) => {
    const folder = newFolder();
    const keys = createRecognitionKeys(folder, drivenClock(may));
    spoil(folder);
    const failure: unknown = await keys.alive().catch((error: unknown) => error);
    expect(failure).toMatchObject({ ...unreadable, message: 'System: recognition-keys-unreadable' });
  });

  test('that this account may not read fail as well, unless it is root', async () => {
    const folder = newFolder();
    const keys = createRecognitionKeys(folder, drivenClock(may));
    await keys.turn();
    chmodSync(join(folder, '2026-05.key'), 0o000);
    const isRoot = process.getuid?.() === 0;
    const outcome = await keys.alive().then(
      () => 'read',
      (error: unknown) => error,
    );
    expect(outcome).toEqual(isRoot ? 'read' : expect.objectContaining(unreadable));
  });

  test('that were lost and made anew within the month have another id', async () => {
    const folder = newFolder();
    const keys = createRecognitionKeys(folder, drivenClock(may));
    const { id } = await keys.current();
    rmSync(join(folder, '2026-05.key'));
    expect((await keys.current()).id).not.toBe(id);
  });

  test('are made once when two replicas make them at the same moment', async () => {
    const folder = newFolder();
    const replicas = Array.from({ length: 20 }, () => createRecognitionKeys(folder, drivenClock(may)));
    const made = await Promise.all(replicas.map((each) => each.current()));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['2026-05.key']);
  });

  test('are readable by their owner only', async () => {
    const folder = newFolder();
    await createRecognitionKeys(folder, drivenClock(may)).turn();
    expect(statSync(join(folder, '2026-05.key')).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(join(folder, '2026-05.key'), 'utf8'), 'base64')).toHaveLength(32);
  });

  test('leave nothing behind in the folder when they are due, not even what a crash left', async () => {
    const folder = newFolder();
    const clock = drivenClock(may);
    const keys = createRecognitionKeys(folder, clock);
    await keys.turn();
    writeFileSync(join(folder, '.2026-05-0123456789abcdef.half'), 'half');
    clock.set(startOfDecember);
    await keys.turn();
    expect(readdirSync(folder)).toEqual(['2026-12.key']);
  });
});
