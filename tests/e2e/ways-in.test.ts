import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createDataKeys } from '../../appservice/adapters/system/data-keys.ts';
import { startBrowser } from '../support/browser.ts';
import { buttonWords, newCaller, seen, type Caller } from '../support/caller.ts';
import { startDeskCounsellor, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { query } from '../support/engine-caller-looks.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

/** What a caller's page may take to follow a change of the status (R10), milliseconds. */
const followLimitMs = 10_000;

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let marleen: DeskCounsellor;
const callers: Caller[] = [];

beforeAll(async () => {
  [world, browser] = await Promise.all([
    startWorld({ hasAppservice: true, wishes: { startAt: '2027-05-20T15:00:00+02:00' } }),
    startBrowser(),
  ]);
  [lotte, marleen] = await Promise.all([
    startDeskCounsellor(world, 'Lotte'),
    startDeskCounsellor(world, 'Marleen'),
  ]);
}, 120_000);

afterAll(async () => {
  await Promise.all([lotte.stop(), marleen.stop(), browser.close()]);
  await world.stop();
}, 30_000);

/** Ends what still runs, so that the next test finds Lotte free. */
afterEach(async () => {
  for (const caller of callers.splice(0)) {
    if (await caller.composer.isVisible()) {
      await caller.end();
      await caller.see(caller.texts['ended.caller']);
    }
    await caller.close();
  }
});

describe('the button and the first screen', () => {
  it('say that nobody is there, offer mail and telephone, and follow within ten seconds who goes on duty', async () => {
    const caller = await visitor();
    await seen(caller.button.getByText(buttonWords.offline));
    await caller.open();
    await caller.seeHeading(caller.texts['offline.nobodyHeading']);
    expect(await otherDoors(caller)).toEqual(['tel:1712', 'mailto:demo@example.org']);
    await lotte.command('!aan', /^Je staat aan/u);
    await expect(caller.seeHeading(caller.texts['start.heading'], followLimitMs)).resolves.toBe(true);
    await expect(seen(caller.button.getByText(buttonWords.online), followLimitMs, 'attached')).resolves.toBe(
      true,
    );
  });

  it('say busy to a second caller while the only counsellor is in conversation, with mail and telephone', async () => {
    const first = await visitor();
    const second = await visitor();
    await Promise.all([first.open(), second.open()]);
    await second.seeHeading(second.texts['start.heading']);
    const isHeld = first.page.waitForResponse('**/api/conversations', { timeout: 45_000 });
    await first.start();
    await isHeld;
    await expect(second.seeHeading(second.texts['busy.heading'], followLimitMs)).resolves.toBe(true);
    expect(await otherDoors(second)).toEqual(['tel:1712', 'mailto:demo@example.org']);
    expect(await second.frame.getByRole('button', { name: second.texts['start.button'] }).count()).toBe(0);
    await first.end();
    await expect(second.seeHeading(second.texts['start.heading'], followLimitMs)).resolves.toBe(true);
  });

  it('follow an exceptional closing within ten seconds, without its reason, and the opening after it', async () => {
    const caller = await visitor({ now: '2027-05-20T15:00:00+02:00' });
    await caller.open();
    await caller.seeHeading(caller.texts['start.heading']);
    await marleen.command('!dicht tot 18:30 te weinig mensen', /uitzonderlijk gesloten, tot 18:30/u);
    await expect(caller.seeHeading(caller.texts['offline.exceptionalHeading'], followLimitMs)).resolves.toBe(
      true,
    );
    const shown = await caller.shown();
    expect(shown).toContain('We openen vandaag om 18.30 uur.');
    expect(shown).not.toContain('te weinig mensen');
    await marleen.command('!open', /sluiting opgeheven/u);
    await expect(caller.seeHeading(caller.texts['start.heading'], followLimitMs)).resolves.toBe(true);
  });

  it('count as offline after five seconds without an answer about the status', async () => {
    const caller = await visitor({ status: 'hanging' });
    await caller.page.clock.runFor(4_999);
    await seen(caller.button.getByText(buttonWords.unknown, { exact: true }));
    await caller.page.clock.runFor(1);
    await seen(caller.button.getByText(buttonWords.offline));
    const chatAsks = caller.page.waitForRequest('**/api/status');
    await caller.open();
    await chatAsks;
    await caller.page.clock.runFor(5_000);
    await expect(caller.seeHeading(caller.texts['offline.faultHeading'])).resolves.toBe(true);
    expect(await otherDoors(caller)).toEqual(['tel:1712', 'mailto:demo@example.org']);
  });

  it('count as offline at once when the status cannot be reached', async () => {
    const caller = await visitor({ status: 'refused' });
    await expect(seen(caller.button.getByText(buttonWords.offline))).resolves.toBe(true);
  });
});

describe('callers at the same time', () => {
  it('give the only slot to one of two who press at once, and the other one is told that it is busy', async () => {
    const both = [await visitor(), await visitor()];
    await Promise.all(both.map((caller) => caller.open()));
    await Promise.all(both.map((caller) => caller.press('start.button')));
    const ringing = lotte.nextCard();
    await Promise.all(both.map((caller) => caller.press('intake.skip')));
    await ringing;
    const isBusy = (caller: Caller): Promise<true> => caller.seeHeading(caller.texts['busy.heading']);
    await Promise.any(both.map(isBusy));
    const hasComposer = await Promise.all(both.map((caller) => caller.composer.isVisible()));
    expect(hasComposer.sort()).toEqual([false, true]);
  });

  it('are all served a conversation or told busy, thirty behind one address in a minute', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => pressByHand()));
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    const bearer = answers.flatMap(({ bearer: given }) => given ?? [])[0] ?? '';
    const ended = await fetch(`${world.publicUrl}/api/conversations/current/end`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(ended.status).toBe(200);
  });
});

describe('the desk', () => {
  it('answers a command that is nearly right with the nearest word', async () => {
    const answer = await lotte.command('!aam', /ken ik niet/u);
    expect(answer.body).toContain('Bedoel je !aan?');
  });

  it('lets nobody but a coordinator close the helpline', async () => {
    const answer = await lotte.command('!dicht te moe', /coördinator/u);
    expect(answer.body).toMatch(/^Dat kan alleen een coördinator/u);
  });

  it('tells a coordinator, and nobody else, what callers answered', async () => {
    await answerFiveTimes('Dank je, zie @room');
    await lotte.command('!feedback', /^Dat kan alleen een coördinator/u);
    const figures = await marleen.command('!feedback', /5 keer ingevuld/u);
    expect(figures.body).toContain('Voelde je je gehoord? ja 5, een beetje 0, nee 0');
    const remarks = await marleen.command('!feedback opmerkingen', /^Opmerkingen van bellers/u);
    expect(remarks.body.match(/^> .*$/gmu)).toEqual(['> Dank je, zie @ room']);
  });
});

describe('the host page', () => {
  it('keeps its own storage as it was, and the chat keeps its sealed store and one cookie', async () => {
    const caller = await visitor();
    await caller.page.evaluate(() => {
      localStorage.setItem('eigen', 'van de site');
      sessionStorage.setItem('eigen', 'van de site');
      document.cookie = 'eigen=site';
    });
    await caller.open();
    const ringing = lotte.nextCard();
    await caller.start({ nickname: 'Vosje' });
    const roomId = await lotte.enter(await ringing);
    await caller.write('Een woord');
    await lotte.read(roomId, 'Een woord');
    expect(await storageOf(caller, 0)).toEqual({ local: 1, session: 1, caches: 0, databases: 0 });
    expect(await storageOf(caller, 1)).toEqual({ local: 0, session: 0, caches: 0, databases: 3 });
    const cookies = await caller.context.cookies();
    expect(cookies.map(({ name }) => name).toSorted()).toEqual(['eigen', 'session']);
  });

  it('asks no other server for anything, from the first look to the end', async () => {
    const caller = await visitor();
    const origins = new Set<string>();
    caller.context.on('request', (request) => origins.add(new URL(request.url()).origin));
    await caller.page.reload();
    await caller.open();
    const ringing = lotte.nextCard();
    await caller.start();
    const roomId = await lotte.enter(await ringing);
    await caller.write('Een woord');
    await lotte.read(roomId, 'Een woord');
    await caller.end();
    await caller.see(caller.texts['ended.caller']);
    expect([...origins].sort()).toEqual([new URL(world.demoPageUrl).origin, world.publicUrl].sort());
  });

  it('hears the chat only by its exact origin and window, and the chat its host page', async () => {
    const caller = await visitor();
    await caller.open();
    await caller.start();
    await caller.seeHeading(caller.texts['phase.waiting']);
    const [page, chat] = caller.page.frames();
    await Promise.all([page?.evaluate(countForged), chat?.evaluate(countForged)]);
    const popupOpens = caller.page.waitForEvent('popup');
    const elsewhere = world.demoPageUrl.replace('localhost', '127.0.0.1');
    await caller.page.evaluate((url) => void window.open(url), elsewhere);
    const popup = await popupOpens;
    await popup.waitForLoadState();
    const message = { type: 'be.1712.helpline', url: 'https://elders.example/', unread: 1 };
    await popup.evaluate((given) => {
      const opener = window.opener as Window;
      for (const name of ['exit', 'close', 'conversation']) opener.postMessage({ ...given, name }, '*');
    }, message);
    await caller.page.evaluate((given) => {
      for (const name of ['exit', 'close', 'conversation']) window.postMessage({ ...given, name }, '*');
    }, message);
    await chat?.evaluate((given) => {
      window.postMessage({ ...given, name: 'shift', presses: 3 }, '*');
    }, message);
    await seen(caller.page.locator('html[data-forged="6"]'));
    await seen(caller.frame.locator('html[data-forged="1"]'));
    await caller.write('Ik ben er nog');
    await expect(caller.see('Ik ben er nog')).resolves.toBe(true);
    expect(caller.page.url()).toBe(world.demoPageUrl);
    expect(await caller.page.locator('helpline-chat .panel').isVisible()).toBe(true);
    expect(await caller.button.getAttribute('data-state')).toBe('talk');
  });
});

/** Counts, on the page itself, the forged messages that came; the loader and the chat listen longer, and have had each before. */
function countForged(): void {
  const { dataset } = document.documentElement;
  addEventListener('message', ({ data }: MessageEvent<{ readonly url?: string }>) => {
    if (data.url === 'https://elders.example/') dataset['forged'] = `${Number(dataset['forged'] ?? 0) + 1}`;
  });
}

type VisitorOptions = { readonly now?: string; readonly status?: 'hanging' | 'refused' };

/** A new caller on the demo page; its clock may stand elsewhere, and stands still where the status is out of reach for it. */
async function visitor({ now, status }: VisitorOptions = {}): Promise<Caller> {
  const caller = await newCaller(browser, world, {
    prepare: async (context) => {
      if (now !== undefined) await context.clock.setFixedTime(now);
      if (status !== undefined) await context.clock.pauseAt(Date.now());
      if (status === 'hanging') await context.route('**/api/status**', () => undefined);
      if (status === 'refused') await context.route('**/api/status**', (route) => route.abort());
    },
  });
  callers.push(caller);
  return caller;
}

async function otherDoors(caller: Caller): Promise<readonly string[]> {
  const list = caller.frame.getByRole('list').filter({ has: caller.frame.locator('a[href^="mailto:"]') });
  return list.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

/** What a browser sends when the start is pressed. */
async function pressByHand(): Promise<{ status: number; bearer: string | undefined }> {
  const answer = await fetch(`${world.publicUrl}/api/conversations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      requestSecret: randomBytes(32).toString('base64url'),
      province: 'limburg',
      nickname: null,
      language: 'nl',
      noticeVersion: '1',
    }),
  });
  const { bearer } = (await answer.json()) as { bearer?: string };
  return { status: answer.status, bearer };
}

/** Puts five answers of a past week into the box, one of them with a remark, sealed as the service does it. */
async function answerFiveTimes(remark: string): Promise<void> {
  const masterKey = readFileSync(join(world.secretsFolder, 'master.key'), 'utf8');
  const { wrappedDataKey, sealer } = createDataKeys(Buffer.from(masterKey, 'base64')).create();
  const answers = JSON.stringify({ heard: 'yes', helped: null, nextStep: 'no', easy: 'yes' });
  const row = `INSERT INTO feedback (week, language, answers, wrapped_data_key, sealed_remark) SELECT '2027-W17', 'nl', $1`;
  await query(world, `${row}, $2, $3`, {
    values: [answers, wrappedDataKey, sealer.seal(Buffer.from(remark), 'feedback.remark')],
  });
  await query(world, `${row}, NULL, NULL FROM generate_series(1, 4)`, { values: [answers] });
}

/** How much the host page (0) or the chat (1) keeps in the browser. */
async function storageOf(caller: Caller, frame: number): Promise<object | undefined> {
  return caller.page.frames()[frame]?.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    caches: (await caches.keys()).length,
    databases: (await indexedDB.databases()).length,
  }));
}
