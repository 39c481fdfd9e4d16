import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createResumeKeys } from '../../appservice/adapters/system/resume-keys.ts';
import { minuteMs } from '../../appservice/domain/time.ts';
import type { Clock } from '../../appservice/ports/clock.ts';
import type { ResumeKeys } from '../../appservice/ports/resume-keys.ts';
import { drivenClock } from '../support/driven-clock.ts';
import { memoryResumeKeys } from '../support/memory-resumes.ts';
import { must } from '../support/parsed.ts';

const startsAt = 1_800_000_000_000;
const folders: string[] = [];

function newFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'resume-keys-')), 'keys');
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(join(folder, '..'), { recursive: true, force: true });
});

/** One turn, as the timetable does it. */
async function turn(keys: ResumeKeys): Promise<void> {
  await keys.renew();
  await keys.destroyReplaced();
}

function resumeKeysContract(create: (clock: Clock) => ResumeKeys): void {
  test('open what they sealed, each key another', async () => {
    const keys = create(drivenClock(startsAt));
    const [first, second] = [await keys.create(), await keys.create()];
    expect(await keys.open(first.sealedStoreKey)).toEqual(new Uint8Array(first.storeKey));
    expect(first.storeKey).not.toEqual(second.storeKey);
    expect(first.storeKey).toHaveLength(32);
  });

  test('seal anew under a newer file only, and keep the key', async () => {
    const clock = drivenClock(startsAt);
    const keys = create(clock);
    const { storeKey, sealedStoreKey } = await keys.create();
    expect(await keys.reseal(sealedStoreKey)).toBeNull();
    clock.set(startsAt + 5 * minuteMs);
    await keys.renew();
    const resealed = must((await keys.reseal(sealedStoreKey)) ?? undefined, 'sealed anew');
    expect(resealed).not.toEqual(sealedStoreKey);
    expect(await keys.open(resealed)).toEqual(new Uint8Array(storeKey));
  });

  test('cannot open after the file was destroyed, at most seven minutes after it was made', async () => {
    const clock = drivenClock(startsAt);
    const keys = create(clock);
    const { sealedStoreKey } = await keys.create();
    clock.set(startsAt + 5 * minuteMs);
    await turn(keys);
    expect(await keys.open(sealedStoreKey)).toBeDefined();
    clock.set(startsAt + 7 * minuteMs);
    await turn(keys);
    expect(await keys.open(sealedStoreKey)).toBeUndefined();
    expect(await keys.reseal(sealedStoreKey)).toBeUndefined();
  });

  test('keep a file that nothing has replaced', async () => {
    const clock = drivenClock(startsAt);
    const keys = create(clock);
    const { sealedStoreKey } = await keys.create();
    clock.set(startsAt + 4 * minuteMs);
    await turn(keys);
    expect(await keys.open(sealedStoreKey)).toBeDefined();
  });
}

describe('resume keys in memory', () => {
  resumeKeysContract(memoryResumeKeys);
});

describe('resume keys in files', () => {
  resumeKeysContract((clock) => createResumeKeys(newFolder(), clock));

  test('are shared by every replica, at once', async () => {
    const clock = drivenClock(startsAt);
    const folder = newFolder();
    const [one, other] = [createResumeKeys(folder, clock), createResumeKeys(folder, clock)];
    const { storeKey, sealedStoreKey } = await one.create();
    expect(await other.open(sealedStoreKey)).toEqual(new Uint8Array(storeKey));
    clock.set(startsAt + 5 * minuteMs);
    await turn(one);
    clock.set(startsAt + 6 * minuteMs);
    await turn(one);
    expect(await other.open(sealedStoreKey)).toBeUndefined();
  });

  test('are readable by their owner only, and name nobody', async () => {
    const folder = newFolder();
    await createResumeKeys(folder, drivenClock(startsAt)).create();
    const [name] = readdirSync(folder);
    expect(name).toMatch(/^1800000000000-[0-9a-f]{16}\.key$/);
    expect(statSync(join(folder, must(name, 'a file'))).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  test('do not open what was changed', async () => {
    const keys = createResumeKeys(newFolder(), drivenClock(startsAt));
    const { sealedStoreKey } = await keys.create();
    const changed = sealedStoreKey.map((byte, index) =>
      index === sealedStoreKey.length - 1 ? byte ^ 1 : byte,
    );
    await expect(keys.open(changed)).rejects.toMatchObject({ code: 'seal-broken' });
  });

  test('hold no store key in their files', async () => {
    const folder = newFolder();
    const { storeKey } = await createResumeKeys(folder, drivenClock(startsAt)).create();
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    const forms = [Buffer.from(storeKey), Buffer.from(Buffer.from(storeKey).toString('base64'))];
    expect(written.filter((bytes) => forms.some((form) => bytes.includes(form)))).toEqual([]);
  });
});
