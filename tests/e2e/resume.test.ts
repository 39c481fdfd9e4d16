import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import { newCaller, seen, type Caller } from '../support/caller.ts';
import { moveClock } from '../support/caller-clock.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { nextWords } from '../support/engine-caller-desk.ts';
import { neutralUrl, serveNeutralPage } from '../support/neutral-page.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(120_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene({ overrides: { development: {} } }));
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

/** A conversation in which both have said something. */
async function talking(options: Parameters<typeof newCaller>[2] = {}) {
  const caller = await newCaller(browser, world, options);
  await caller.open();
  const ring = lotte.nextCard();
  await caller.start();
  await caller.write('Eerste woorden');
  const card = await ring;
  const roomId = await lotte.enter(card);
  await lotte.read(roomId, 'Eerste woorden');
  await lotte.say(roomId, 'Dag, vertel maar');
  await caller.see('Dag, vertel maar');
  return { caller, card, roomId };
}

/** Reloads the host page, and presses its button. */
async function comeBack(caller: Caller): Promise<void> {
  await caller.page.reload({ waitUntil: 'load' });
  await caller.open();
}

const listDatabases = async () => (await indexedDB.databases()).map(({ name }) => name);
const databases = (page: Page) => page.frameLocator('iframe').locator('body').evaluate(listDatabases);

describe('a page that is reloaded', () => {
  it('goes on in the same room with the same counsellor, hides what was said, and shows it when asked', async () => {
    const { caller, roomId } = await talking();
    await comeBack(caller);
    await caller.see(caller.texts['line.resumed']);
    await caller.seeHeading(caller.texts['phase.joined-caw']);
    expect(await caller.shown()).not.toMatch(/Eerste woorden|vertel maar/u);
    await lotte.say(roomId, 'Ben je er nog?');
    await caller.see('Ben je er nog?');
    const heard = lotte.read(roomId, 'Ja, ik ben er weer');
    await caller.write('Ja, ik ben er weer');
    await heard;
    await caller.press('earlier.show');
    await caller.see('Eerste woorden');
    const said = await caller.log.getByRole('listitem').allInnerTexts();
    const order = ['Eerste woorden', 'Dag, vertel maar', 'Ben je er nog?', 'Ja, ik ben er weer'];
    const places = order.map((words) => said.flatMap((line, index) => (line.includes(words) ? [index] : [])));
    expect(places.map((each) => each.length)).toEqual([1, 1, 1, 1]);
    expect(places.flat()).toEqual(places.flat().toSorted((left, right) => left - right));
    await caller.end();
    await caller.close();
  });

  it('loses no word that was waiting for a counsellor, nor one that came meanwhile', async () => {
    const caller = await newCaller(browser, world);
    await caller.open();
    const ring = lotte.nextCard();
    await caller.start({ age: '30' });
    await caller.write('Nog voor er iemand was');
    const card = await ring;
    await comeBack(caller);
    await caller.press('earlier.show');
    await caller.seeMark('Nog voor er iemand was', 'held');
    const roomId = await lotte.enter(card);
    await lotte.read(roomId, 'Nog voor er iemand was');
    await expect(caller.line('30').count()).resolves.toBe(0); // the intake is no word of theirs
    await caller.page.goto('about:blank');
    await lotte.say(roomId, 'Gezegd terwijl je weg was');
    await caller.page.goto(world.demoPageUrl, { waitUntil: 'load' });
    await caller.open();
    await caller.press('earlier.show');
    await caller.see('Gezegd terwijl je weg was');
    await caller.end();
    await caller.close();
  });

  it('begins anew five minutes after the last sign of life, with nothing of what was said', async () => {
    const { caller } = await talking();
    const before = await databases(caller.page);
    expect(before).toHaveLength(3);
    await caller.page.goto('about:blank');
    const told = lotte.hear(/is afgelopen/u);
    await moveClock(world, 301);
    await told;
    const asked = caller.page.waitForResponse('**/api/conversations/resume', { timeout: 45_000 });
    await caller.page.goto(world.demoPageUrl, { waitUntil: 'load' });
    await caller.open();
    expect((await asked).status()).toBe(401); // until then the first screen is there in any case
    await caller.seeHeading(caller.texts['start.heading']);
    expect(await caller.shown()).not.toContain('Eerste woorden');
    await caller.close();
  });

  it('begins anew after an end, and nothing is left in the browser', async () => {
    const { caller } = await talking();
    await caller.end();
    await caller.seeHeading(caller.texts['ended.heading']);
    await eventually(async () => (await databases(caller.page)).length === 0); // once the worker has gone
    await comeBack(caller);
    await caller.seeHeading(caller.texts['start.heading']);
    expect(await caller.context.cookies()).toEqual([]);
    await caller.close();
  });

  it('says that it does not keep the chat where cookies are blocked, and chats from memory', async () => {
    const { caller } = await talking({ prepare: blockCookies });
    await expect(caller.see(caller.texts['line.not-kept'])).resolves.toBe(true);
    await caller.end();
    await caller.close();
  });
});

describe('a second tab', () => {
  it('says where the chat is, and takes it over when asked', async () => {
    const { caller, roomId } = await talking();
    const second = await caller.context.newPage();
    await second.goto(world.demoPageUrl, { waitUntil: 'load' });
    const button = second.locator('helpline-chat button.launch');
    const frame = second.frameLocator('iframe');
    await button.click();
    await seen(frame.getByRole('heading', { level: 1, name: caller.texts['elsewhere.heading'] }));
    await frame.getByRole('button', { name: caller.texts['elsewhere.takeOver'] }).click();
    await seen(frame.getByText(caller.texts['line.resumed']));
    await caller.seeHeading(caller.texts['elsewhere.heading']);
    await lotte.say(roomId, 'In het tweede venster');
    await seen(frame.getByText('In het tweede venster'));
    expect(await caller.shown()).not.toContain('In het tweede venster');
    const isFree = lotte.hear(/is afgelopen/u);
    await frame.getByRole('button', { name: caller.texts['end.button'], exact: true }).click();
    await frame.getByRole('button', { name: caller.texts['end.confirm'], exact: true }).click();
    await isFree;
    await caller.close();
  });

  it('takes the first one along when it is left quickly, and the desk is told', async () => {
    const { caller } = await talking();
    const { second, leave } = await openElsewhere(caller);
    const told = lotte.hear(/ging snel weg/u);
    await leave();
    await eventually(() => second.url() === neutralUrl);
    await expect(told).resolves.toBeDefined();
    await eventually(() => caller.page.url() === neutralUrl); // the service hears of it from the other tab
    await caller.close();
  });

  it('ends the conversation of a tab that the browser has put to death, and leaves nothing to come back to', async () => {
    const { caller } = await talking();
    const { second, leave } = await openElsewhere(caller);
    const devtools = await caller.context.newCDPSession(caller.page);
    const isDead = caller.page.waitForEvent('crash');
    devtools.send('Page.crash').catch(() => undefined); // the answer dies with it
    await isDead;
    const told = lotte.hear(/ging snel weg/u);
    await leave();
    await eventually(() => second.url() === neutralUrl); // else it would leave the page that comes next
    await expect(told).resolves.toBeDefined();
    await second.goto(world.demoPageUrl, { waitUntil: 'load' });
    await second.locator('helpline-chat button.launch').click();
    await seen(second.frameLocator('iframe').getByRole('heading', { name: caller.texts['start.heading'] }));
    await eventually(async () => (await databases(second)).length === 0);
    await caller.close();
  });
});

/** A second tab of the same browser that says where the chat is, and how it is left quickly. */
async function openElsewhere({ context, texts }: Caller) {
  await serveNeutralPage(context);
  const second = await context.newPage();
  await second.goto(world.demoPageUrl, { waitUntil: 'load' });
  await second.locator('helpline-chat button.launch').click();
  const frame = second.frameLocator('iframe');
  await seen(frame.getByRole('heading', { level: 1, name: texts['elsewhere.heading'] }));
  const exit = frame.getByRole('link', { name: texts['exit.button'] });
  return { second, leave: () => exit.click({ noWaitAfter: true }) };
}

describe('a quick exit that the service never hears of, for want of a network', () => {
  it.each([
    [
      'in the chat',
      ({ frame, texts }: Caller) =>
        frame.getByRole('link', { name: texts['exit.button'] }).click({ noWaitAfter: true }),
    ],
    [
      'in the host page',
      async ({ page }: Caller) => {
        await page.locator('h1').click();
        for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
      },
    ],
  ])('leaves nothing to come back to, %s', async (_where, leave) => {
    const { caller } = await talking();
    const { context, page, texts } = caller;
    const before = lotte.counsellor.events.length;
    await context.route('**/api/conversations/leave', (route) => route.abort());
    await context.setOffline(true);
    const isGone = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame());
    await leave(caller);
    await isGone;
    await context.setOffline(false);
    const bare = `${world.publicUrl}/bare`; // of the chat's origin, and without the chat
    await context.route(bare, (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto(bare);
    await eventually(async () => (await page.evaluate(listDatabases)).length === 0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(world.demoPageUrl, { waitUntil: 'load' });
    await caller.open();
    // Lotte is kept for who may only have lost the line, unless the browser got its beacon out all the same.
    await caller.seeHeading(new RegExp(`${texts['busy.heading']}|${texts['start.heading']}`, 'u'));
    expect(await databases(page)).toEqual([]);
    expect(asked).not.toContain('/api/conversations/resume');
    await moveClock(world, 301);
    await nextWords(lotte.counsellor, before, /is afgelopen/u);
    await caller.close();
  });
});

/** What a browser does whose owner has blocked all cookies: none is taken. */
async function blockCookies(context: BrowserContext): Promise<void> {
  await context.route('**/api/conversations', async (route) => {
    const response = await route.fetch();
    await context.clearCookies(); // what fetched it here has a jar of its own
    const headers = Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie');
    await route.fulfill({ response, headers: Object.fromEntries(headers) });
  });
}
