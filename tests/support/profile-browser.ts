import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { failureCode } from '../../appservice/ports/failure-code.ts';
import { eventually } from '../ports/eventually.ts';
import { launchOptions } from './browser.ts';
import { pageLimitMs } from './caller.ts';

/** A browser as callers have one: it keeps what it keeps in a folder, and goes on with that when it is started again. */
export interface ProfileBrowser {
  readonly context: BrowserContext;
  /** Makes it write all cookies to the disk, which it does by itself every half minute, or after 512 changes; waits until they are there. */
  flushCookies(): Promise<void>;
  /** Ends it as one does who closes the window. */
  close(): Promise<void>;
  /** Ends it as a crash does (SIGKILL): nothing is tidied up. */
  kill(): Promise<void>;
}

/** Starts a browser on a profile folder. */
export async function startProfileBrowser(folder: string): Promise<ProfileBrowser> {
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions(),
    viewport: { width: 1280, height: 800 },
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
  });
  context.setDefaultTimeout(pageLimitMs);
  return {
    context,
    flushCookies: () => flushCookies(context, folder),
    close: () => context.close(),
    kill: () => kill(folder),
  };
}

/** A new folder for a profile. */
export function newProfileFolder(): string {
  return mkdtempSync(join(tmpdir(), 'caller-profile-'));
}

/** Removes a profile. */
export function removeProfile(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

const changesUntilFlush = 520;
const cookiesOfOneHost = 50;

/** All that was changed before is written with the first filler at the latest; the browser answers before it has written. */
async function flushCookies(context: BrowserContext, folder: string): Promise<void> {
  const filler = `filler-${randomUUID()}`;
  const cookies = Array.from({ length: changesUntilFlush }, (_none, index) => ({
    name: `${filler}-${String(index)}`,
    value: 'filler',
    domain: `host-${String(Math.floor(index / cookiesOfOneHost))}.example`,
    path: '/',
    expires: Math.ceil(Date.now() / 1_000) + 600,
  }));
  await context.addCookies(cookies);
  await eventually(() => isCookieWritten(folder, `${filler}-0`), pageLimitMs);
  await context.clearCookies({ name: /^filler-/ });
}

/** The journal of a transaction is emptied when that is done (SQLite). */
function isCookieWritten(folder: string, name: string): boolean {
  const file = join(folder, 'Default/Cookies');
  return readFileSync(file).includes(name) && statSync(`${file}-journal`).size === 0;
}

/** All of the browser's processes at once, by their ids: another one than the browser's own writes the cookies. */
async function kill(folder: string): Promise<void> {
  const found = processesOf(folder);
  for (const pid of found) killNow(pid);
  await eventually(() => found.every((pid) => executableOf(pid) === undefined), pageLimitMs);
}

/** The one that was started on this folder, and whatever that started. */
function processesOf(folder: string): readonly string[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const found = new Set(all.filter((pid) => about(pid, 'cmdline').includes(`--user-data-dir=${folder}`)));
  const parentOf = new Map(all.map((pid) => [pid, /^PPid:\s*(\d+)$/m.exec(about(pid, 'status'))?.[1] ?? '']));
  for (let before = 0; before < found.size;) {
    before = found.size;
    for (const [pid, parent] of parentOf) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** One may go by itself when another is gone. */
function killNow(pid: string): void {
  try {
    process.kill(Number(pid), 'SIGKILL');
  } catch (error) {
    if (failureCode(error) !== 'ESRCH') throw error;
  }
}

/** Nothing once it is gone. */
function about(pid: string, what: 'cmdline' | 'status'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return '';
  }
}

/** Undefined once it is gone. */
function executableOf(pid: string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return undefined;
  }
}
