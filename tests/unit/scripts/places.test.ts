import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foldersLeftBehind, noteOwner } from '../../../scripts/start/elsewhere.ts';
import { lastPortBase, noteLastPortBase } from '../../../scripts/start/last-ports.ts';

const parent = mkdtempSync(join(tmpdir(), 'places-test-'));
const made = (name: string) => {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  return folder;
};

afterAll(() => {
  rmSync(parent, { recursive: true });
});

test('a folder is left behind when its clone is gone, or when nobody noted whose it is', () => {
  noteOwner(made('kept')); // of this clone, which is there
  writeFileSync(join(made('gone'), 'clone'), '/nowhere/clone\n');
  made('unknown');
  expect(foldersLeftBehind(made('own'))).toEqual([
    { folder: join(parent, 'gone'), owner: '/nowhere/clone' },
    { folder: join(parent, 'unknown'), owner: undefined },
  ]);
});

test('nothing is left behind where there is no such folder', () => {
  expect(foldersLeftBehind(join(parent, 'nowhere/own'))).toEqual([]);
});

test('the ports of the last start are known, once there was one', () => {
  const folder = made('data');
  expect(lastPortBase(folder)).toBeUndefined();
  noteLastPortBase(folder, 29_000);
  expect(lastPortBase(folder)).toBe(29_000);
});
