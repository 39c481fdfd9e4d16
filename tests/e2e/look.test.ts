import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { languages, type Language } from '../../widget/frame/state/language.ts';
import { languageNames } from '../../widget/frame/texts/language-names.ts';
import { auditWithFrames } from '../support/axe.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { neutralUrl } from '../support/neutral-page.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(120_000);

const sizes = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desktop', width: 1280, height: 800 },
] as const;

/** Pictures for people's eyes: in the folder that LOOK_DIR names, else in one that goes with the test. */
const wantedFolder = process.env['LOOK_DIR'];
const folder = wantedFolder ?? mkdtempSync(join(tmpdir(), 'helpline-look-'));
const pictures: string[] = [];

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterEach(() => caller.close());

afterAll(async () => {
  await closeChatScene({ world, browser, lotte });
  if (wantedFolder === undefined) rmSync(folder, { recursive: true, force: true });
}, 30_000);

describe('every screen can be used by everybody (WCAG, axe), on a phone and a desktop, in every language', () => {
  it('from the button over the questions to the waiting', async () => {
    caller = await newCaller(browser, world);
    await expect(violations('button')).resolves.toEqual([]);
    await caller.open();
    await caller.seeHeading(caller.texts['start.heading']);
    await expect(violations('start')).resolves.toEqual([]);
    await caller.press('start.button');
    await caller.seeHeading(caller.texts['intake.heading']);
    await expect(violations('intake')).resolves.toEqual([]);
    await caller.frame.getByLabel(caller.texts['intake.nickname'], { exact: true }).fill('an@example.org');
    await caller.frame.getByLabel(caller.texts['intake.age'], { exact: true }).fill('duizend');
    await caller.frame.getByLabel(caller.texts['intake.postcode'], { exact: true }).fill('3500');
    await caller.press('intake.next');
    await caller.see(caller.texts['intake.ageProblem']);
    await expect(violations('intake-problem')).resolves.toEqual([]);
    await caller.press('intake.skip');
    await caller.write('Ik weet niet goed hoe ik moet beginnen.');
    await caller.seeHeading(caller.texts['phase.waiting']);
    await expect(violations('waiting')).resolves.toEqual([]);
    await caller.end();
    await caller.see(caller.texts['ended.caller']);
  });

  it('from the first words to the end', async () => {
    await lotte.command('!aan', /^Je staat aan/u); // who did not answer the ring of the test before has pause
    caller = await newCaller(browser, world);
    await caller.open();
    const ringing = lotte.nextCard();
    await caller.start({ nickname: 'Vosje', age: '34' });
    await caller.write('Ik weet niet goed hoe ik moet beginnen.');
    await talk(await lotte.enter(await ringing));
    await expect(violations('talking')).resolves.toEqual([]);
    await caller.press('end.button');
    await caller.see(caller.texts['end.question']);
    await expect(violations('end-question')).resolves.toEqual([]);
    await caller.press('end.confirm');
    await caller.seeHeading(caller.texts['ended.heading']);
    await expect(violations('ended')).resolves.toEqual([]);
  });

  it.each([
    ['busy', 'busy.heading', { state: 'busy', reason: null }],
    ['closed', 'offline.closedHeading', { state: 'offline', reason: 'closed' }],
    ['holiday', 'offline.holidayHeading', { state: 'offline', reason: 'holiday' }],
    ['exceptional', 'offline.exceptionalHeading', { state: 'offline', reason: 'exceptional' }],
    ['nobody', 'offline.nobodyHeading', { state: 'offline', reason: 'nobody' }],
    ['fault', 'offline.faultHeading', { state: 'offline', reason: 'fault' }],
  ] as const)('when there is no chat now: %s', async (name, heading, status) => {
    const nextOpening =
      status.reason === 'closed' ? new Date(Date.now() + 26 * 3_600_000).toISOString() : null;
    caller = await newCaller(browser, world, {
      prepare: async (context) => {
        await context.route('**/api/status/stream', (route) => route.abort());
        await context.route('**/api/status', (route) =>
          route.fulfill({
            json: { ...status, nextOpening },
            headers: { 'access-control-allow-origin': '*' },
          }),
        );
      },
    });
    await caller.open();
    await caller.seeHeading(caller.texts[heading]);
    await expect(violations(name)).resolves.toEqual([]);
  });

  it('when encryption does not work', async () => {
    const withoutWasm = (context: BrowserContext): Promise<unknown> =>
      context.route('**/*.wasm', (route) => route.abort());
    caller = await newCaller(browser, world, { prepare: withoutWasm });
    await caller.open();
    await caller.press('start.button');
    const failed = caller.frame.getByRole('heading', { level: 1, name: caller.texts['failed.heading'] });
    await failed.waitFor({ timeout: 45_000 }); // it is tried four times, with seven seconds between them
    await expect(violations('failed')).resolves.toEqual([]);
  });

  it('without JavaScript, with the emergency numbers, the way out, telephone and mail', async () => {
    caller = await newCaller(browser, world, { hasJavaScript: false });
    await caller.page.goto(`${world.publicUrl}/widget/frame.html`);
    for (const { name, ...size } of sizes) {
      await caller.page.setViewportSize(size);
      await takePicture(`no-javascript-${name}`);
    }
    const links = await caller.page.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(
      expect.arrayContaining([neutralUrl, 'tel:101', 'tel:112', 'tel:1712', 'mailto:demo@example.org']),
    );
  });

  it('leaves a picture of each for people to look at', () => {
    expect(pictures.length).toBeGreaterThan(50);
    expect(pictures.filter((file) => statSync(file).size < 5_000)).toEqual([]);
  });
});

/** Both speak, in every form that a message can have. */
async function talk(roomId: string): Promise<void> {
  await lotte.read(roomId, /weet niet goed/u);
  const first = await lotte.say(roomId, 'Dag, wat fijn dat je er bent. Neem gerust je tijd, ik luister.');
  const { eventId } = await lotte.read(roomId, /weet niet goed/u);
  await lotte.counsellor.call('read', roomId, eventId);
  await caller.write('Dank je.\nHet gaat al een tijdje niet goed thuis.');
  await lotte.counsellor.call('edit', roomId, first, 'Dag, fijn dat je er bent. Neem gerust je tijd.');
  const reply = { msgtype: 'm.text', body: 'Je hoeft niet goed te beginnen. Gewoon beginnen mag.' };
  await lotte.counsellor.call(
    'sendContent',
    roomId,
    JSON.stringify({ ...reply, 'm.relates_to': { 'm.in_reply_to': { event_id: eventId } } }),
  );
  await lotte.counsellor.call(
    'sendContent',
    roomId,
    JSON.stringify({ msgtype: 'm.emote', body: 'luistert' }),
  );
  await lotte.counsellor.call('sendContent', roomId, JSON.stringify({ msgtype: 'm.file', body: 'x.pdf' }));
  const wrong = await lotte.say(roomId, 'Verkeerd venster');
  await caller.see('Verkeerd venster');
  await lotte.counsellor.call('redact', roomId, wrong);
  await caller.see(caller.texts['message.removed']);
  await lotte.counsellor.call('typing', roomId, 'true');
  await caller.see(caller.texts['conversation.typing']);
}

/** The screens that axe looks at on a desktop and in French too; of the others on a phone, in Dutch. */
const auditedTwice = ['button', 'start', 'talking'];

/** Takes a picture in every size and language, and tells what axe finds wrong. */
async function violations(screen: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name: sizeName, ...size } of sizes) {
    await caller.page.setViewportSize(size);
    for (const language of languages) {
      if (screen !== 'button') await speak(language);
      const name = `${screen}-${sizeName}-${language}`;
      await takePicture(name);
      const isFirst = name.endsWith('phone-nl');
      if (!isFirst && !(name.endsWith('desktop-fr') && auditedTwice.includes(screen))) continue;
      const all = await auditWithFrames(caller.page);
      found.push(...all.map((each) => `${name}: ${each}`));
    }
  }
  await caller.page.setViewportSize({ width: 1280, height: 800 });
  if (screen !== 'button') await speak('nl');
  return found;
}

/** Changes the chat's language by its button, when it is not this one already, and waits for its words. */
async function speak(language: Language): Promise<void> {
  const name = `${language.toUpperCase()} ${languageNames[language]}`;
  await caller.frame.getByRole('button', { name, exact: true }).click();
  await caller.frame.locator(`html[lang=${language}]`).waitFor({ state: 'attached' });
}

async function takePicture(name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await caller.page.frames()[1]?.evaluate(twoFrames);
  await caller.page.screenshot({ path });
  pictures.push(path);
}

/** A chat of another process has its new size on the screen one frame later than its host page. */
function twoFrames(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}
