import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { StartedConversation } from '../../appservice/contract/conversation.ts';
import { deviceStores } from '../../appservice/contract/device-stores.ts';
import { createResumeKeys } from '../../appservice/adapters/system/resume-keys.ts';
import { languageNames } from '../../widget/frame/texts/language-names.ts';
import { eventually } from '../ports/eventually.ts';
import { callerIn, type Caller } from '../support/caller.ts';
import { moveClock } from '../support/caller-clock.ts';
import { startOnDuty, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { query } from '../support/engine-caller-looks.ts';
import { furnishHostPage, hostPageNow } from '../support/host-storage.ts';
import { resumeTokenIn, spoken, talkMarked } from '../support/marked-conversation.ts';
import { startMarkingSite, type MarkingSite } from '../support/marking-site.ts';
import { newProfileFolder, removeProfile, startProfileBrowser } from '../support/profile-browser.ts';
import { startWorld, type World } from '../support/world.ts';
import { profileHolds } from './profile-search.ts';
import { filesThatHold, type Finds, type Needles } from './secrecy-search.ts';

jest.setTimeout(60_000);

type HostPage = Awaited<ReturnType<typeof hostPageNow>>;

const folder = newProfileFolder();
let site: MarkingSite;
let world: World;
let lotte: DeskCounsellor;
let needles: Needles = {};
let session: StartedConversation;
let kept: Awaited<ReturnType<typeof keptBy>>;
let atCrash: Finds;
const host: { before?: HostPage; after?: HostPage } = {};
const tokens: string[] = [];

/** A conversation, another language and back, a reload, and a crash; then the same browser again, and another crash. */
beforeAll(async () => {
  site = await startMarkingSite();
  world = await startWorld({ hasAppservice: true, wishes: { overrides: { development: {} } } });
  lotte = await startOnDuty(world, 'Lotte');
  await talkUntilCrash();
  atCrash = profileHolds(folder, { ...needles, ...site.marks });
  await goOnUntilCrash();
}, 240_000);

afterAll(async () => {
  await lotte.stop();
  await world.stop();
  site.stop();
  removeProfile(folder);
}, 30_000);

test('the list of what the chat leaves in a browser is what it leaves, for as long as it says', () => {
  const stores = Object.values(deviceStores);
  const cookies = stores.filter(({ kind }) => kind === 'cookie');
  expect(kept.cookies).toEqual(
    Object.fromEntries(
      cookies.map(({ name, lifetimeMinutes }) => [name.replace('__Host-', ''), lifetimeMinutes]),
    ),
  );
  const databases = stores.filter(({ kind }) => kind === 'database').map(({ name }) => name);
  expect(new Set(kept.databases)).toEqual(new Set(databases));
  expect(kept.others).toEqual({ local: [], session: [], caches: [], workers: 0 });
});

test('after a crash no file of the browser holds anything but the cookie that brings the caller back', () => {
  const { [tokenName(2)]: cookieFiles = [], ...others } = atCrash;
  expect(Object.keys(others).toSorted()).toEqual(Object.keys(site.marks).toSorted());
  // A crash in the midst of writing leaves the journal beside the file.
  const files = new Set(cookieFiles.map((path) => basename(path).replace(/-journal$/, '')));
  expect(files).toEqual(new Set(['Cookies']));
});

test('after a crash what the host page keeps in the browser is as it was', () => {
  expect(host.after).toEqual({ ...host.before, session: [] }); // a window that is gone has none
});

describe('five minutes and one turn of the key file later', () => {
  let before: Keys;
  let after: Keys;

  beforeAll(async () => {
    before = await readKeys();
    await passFiveMinutesAndTurn(before.files);
    await query(world, 'CHECKPOINT');
    after = await readKeys(before);
  }, 120_000);

  afterAll(() => {
    for (const file of [...before.held, ...after.held]) closeSync(file);
  });

  test('the key file that was there is overwritten and gone, and the stored key opens no more', () => {
    expect(before.opened).toEqual(Buffer.from(session.storeKey, 'base64url'));
    expect(Object.keys(before.found)).toEqual(Object.keys(before.needles));
    expect(after.files.filter((name) => before.files.includes(name))).toEqual([]);
    expect(before.held.map((file) => readFileSync(file)).map(isKeyOf(before))).toEqual(
      before.files.map(() => false),
    );
    expect(after.opened).toBeUndefined();
  });

  test('no file of any server holds a key, a token or a word, dead rows and the write-ahead log included', () => {
    const ids = new Set(['room', 'account of the caller', 'account of the counsellor']);
    const secrets = Object.entries({ ...needles, ...before.needles }).filter(([name]) => !ids.has(name));
    const found = filesThatHold(world.dataFolder, {
      ...Object.fromEntries(secrets),
      'a row that was deleted': before.sealed,
    });
    expect(Object.keys(found)).toEqual(['a row that was deleted']);
  });

  test('the browser holds neither, and only the value of a cookie', () => {
    const found = profileHolds(folder, { ...needles, ...before.needles });
    expect(Object.keys(found)).toEqual([tokenName(3)]);
  });

  test('no cookie that the browser ever had brings anybody back', async () => {
    await expect(Promise.all(tokens.map(statusOfResume))).resolves.toEqual([401, 401, 401]);
  });
});

type Keys = Awaited<ReturnType<typeof readKeys>>;

/** The folder of key files, and what the sealed key of this conversation is worth: now, or as it was sealed before. */
async function readKeys(earlier?: { readonly sealed: Buffer }) {
  const keysFolder = join(world.secretsFolder, 'resume-keys');
  const files = readdirSync(keysFolder).toSorted();
  const bytes = files.map((name) => Buffer.from(readFileSync(join(keysFolder, name), 'utf8'), 'base64'));
  const keyNeedles = Object.fromEntries(bytes.map((key, index) => [`key of file ${index + 1}`, key]));
  const sealed = earlier?.sealed ?? (await sealedStoreKey());
  const opened = await createResumeKeys(keysFolder, { now: () => Date.now() }).open(sealed);
  return {
    files,
    needles: keyNeedles,
    /** Held open: what is in a file that has lost its name can still be read. */
    held: files.map((name) => openSync(join(keysFolder, name), 'r')),
    found: filesThatHold(world.secretsFolder, keyNeedles),
    sealed,
    opened: opened && Buffer.from(opened),
  };
}

async function sealedStoreKey(): Promise<Buffer> {
  const [row] = await query(world, 'SELECT sealed_store_key FROM resumes');
  return row?.['sealed_store_key'] as Buffer;
}

function isKeyOf({ needles: keys }: Keys): (content: Buffer) => boolean {
  const texts = Object.values(keys).map((key) => key.toString('base64'));
  return (content) => texts.some((text) => content.includes(text));
}

async function passFiveMinutesAndTurn(files: readonly string[]): Promise<void> {
  const folderNow = (): readonly string[] => readdirSync(join(world.secretsFolder, 'resume-keys'));
  const told = lotte.hear(/is afgelopen/u);
  await moveClock(world, 301);
  await told;
  await eventually(() => folderNow().some((name) => !files.includes(name)), 20_000);
  await moveClock(world, 61);
  await eventually(() => !folderNow().some((name) => files.includes(name)), 20_000);
}

async function talkUntilCrash(): Promise<void> {
  const browser = await startProfileBrowser(folder);
  await site.mark(browser.context);
  const caller = await callerIn(browser.context, world);
  await furnishHostPage(caller.page);
  host.before = await hostPageNow(caller.page);
  await caller.open();
  ({ needles, session } = await talkMarked(caller, lotte));
  await noteToken(caller);
  await chooseLanguage(caller, 'fr');
  await chooseLanguage(caller, 'nl');
  const resuming = caller.page.waitForResponse('**/api/conversations/resume', { timeout: 45_000 });
  await caller.page.reload({ waitUntil: 'load' });
  await caller.open();
  const { bearer } = (await (await resuming).json()) as StartedConversation;
  needles = { ...needles, 'bearer after the reload': bearer };
  await caller.press('earlier.show');
  await caller.see(spoken['words of the counsellor']);
  await caller.composer.fill(spoken['words that the caller has not sent']);
  await noteToken(caller);
  kept = await keptBy(caller);
  await browser.flushCookies();
  await browser.kill();
}

async function goOnUntilCrash(): Promise<void> {
  const browser = await startProfileBrowser(folder);
  const caller = await callerIn(browser.context, world);
  host.after = await hostPageNow(caller.page);
  await caller.open();
  await caller.see(caller.texts['line.resumed']);
  await noteToken(caller);
  await browser.flushCookies();
  await browser.kill();
}

async function chooseLanguage({ frame }: Caller, language: 'fr' | 'nl'): Promise<void> {
  const name = `${language.toUpperCase()} ${languageNames[language]}`;
  await frame.getByRole('button', { name, exact: true }).click();
  await frame.locator(`xpath=/html[@lang="${language}"]`).waitFor({ state: 'attached' });
}

/** Takes down the cookie's value, another one after each resume. */
async function noteToken({ context }: Caller): Promise<void> {
  const token = await resumeTokenIn(context);
  tokens.push(token);
  needles = { ...needles, [tokenName(tokens.length)]: token };
}

function tokenName(number: number): string {
  return number === 1 ? 'resume token' : `resume token ${number}`;
}

/** All that the chat has in this browser; cookies with the minutes that they are good for. */
async function keptBy({ context, frame }: Caller) {
  const now = Date.now() / 1_000;
  const cookies = (await context.cookies(world.publicUrl)).filter(({ name }) => name !== 'site');
  const minutes = (expires: number): number | null => (expires < 0 ? null : Math.round((expires - now) / 60));
  const { databases, ...others } = await frame.locator('body').evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name = '' }) => name),
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  return {
    cookies: Object.fromEntries(cookies.map(({ name, expires }) => [name, minutes(expires)])),
    databases: databases.map((name) => name.split('-')[0]),
    others,
  };
}

/** What the service answers to a browser that comes with this cookie. */
async function statusOfResume(token: string): Promise<number> {
  const { status } = await fetch(`${world.publicUrl}/api/conversations/resume`, {
    method: 'POST',
    headers: { origin: world.publicUrl, cookie: `session=${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requestSecret: 'r'.repeat(43) }),
  });
  return status;
}
