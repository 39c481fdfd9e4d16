import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import { launchOptions } from './browser.ts';
import { pageLimitMs } from './caller.ts';

/** A browser as callers have one: it keeps what it keeps in a folder, and goes on with that when it is started again. */
export interface ProfileBrowser {
  readonly context: BrowserContext;
  /** Makes it write all cookies to the disk, which it does by itself every half minute, or after 512 changes. */
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
    flushCookies: () => flushCookies(context),
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

async function flushCookies(context: BrowserContext): Promise<void> {
  const cookies = Array.from({ length: changesUntilFlush }, (_none, index) => ({
    name: `filler-${String(index)}`,
    value: 'filler',
    domain: `host-${String(Math.floor(index / cookiesOfOneHost))}.example`,
    path: '/',
    expires: Math.ceil(Date.now() / 1_000) + 600,
  }));
  await context.addCookies(cookies);
  await context.clearCookies({ name: /^filler-/ });
}

/** All of the browser's processes at once, by their ids: those that were started on this folder, and whatever they started. */
async function kill(folder: string): Promise<void> {
  const isOf = (pid: string): boolean => commandOf(pid).includes(`--user-data-dir=${folder}`);
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOf(name));
  for (const pid of found) process.kill(Number(pid), 'SIGKILL');
  await eventually(() => found.every((pid) => executableOf(pid) === undefined), pageLimitMs);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
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
