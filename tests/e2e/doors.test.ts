import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { pageWordsOf } from '../../appservice/adapters/http/plain-page/page-words-of.ts';
import { loaderTexts } from '../../widget/loader/texts.ts';
import { eventually } from '../ports/eventually.ts';
import { auditWithFrames } from '../support/axe.ts';
import { startBrowser } from '../support/browser.ts';
import { newCaller, seen, type Caller, type CallerOptions } from '../support/caller.ts';
import { neutralUrl, serveNeutralPage } from '../support/neutral-page.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

const words = loaderTexts('nl');

let world: World;
let browser: Browser;
const contexts: BrowserContext[] = [];

/** Nobody is on duty: all of this is for callers who do not get to a conversation. */
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld({ hasAppservice: true }), startBrowser()]);
}, 180_000);

afterEach(() => Promise.all(contexts.splice(0).map((context) => context.close())));

afterAll(async () => {
  await browser.close();
  await world.stop();
}, 60_000);

describe('the page without JavaScript', () => {
  it('is reached from the host page, and says in its language that nobody is in the chat now', async () => {
    const { page } = await visitor({ hasJavaScript: false });
    await page.getByRole('link', { name: 'Kijk wanneer de chat open is' }).click();
    const dutch = pageWordsOf('nl');
    await seen(page.getByText(dutch.standing.nobody));
    await page.waitForLoadState('load');
    expect(await page.getByRole('row').count()).toBe(7);
    await page.getByRole('link', { name: 'Français' }).click();
    await seen(page.getByText(pageWordsOf('fr').standing.nobody));
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    expect(await page.title()).toBe('Info');
  });

  it('follows the language of the browser', async () => {
    const page = await plainPage({ locale: 'fr-BE' });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(pageWordsOf('fr').heading);
  });

  it('leaves by the first thing that the tab key reaches, and 101 and 112 come next', async () => {
    const page = await plainPage({});
    const reached: (string | null)[] = [];
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.locator(':focus').getAttribute('href'));
    }
    expect(reached).toEqual([neutralUrl, 'tel:101', 'tel:112']);
    await serveNeutralPage(page.context());
    await page.locator('.exit-this-page').press('Enter');
    await eventually(() => page.url() === neutralUrl);
    expect(page.url()).toBe(neutralUrl);
  });

  it.each([
    ['in the dark', { colorScheme: 'dark' }],
    ['in forced colours', { forcedColors: 'active' }],
    ['in the light', {}],
  ] as const)(
    'can be used by everybody %s, 320 pixels wide, and keeps its exit in view',
    async (_how, look) => {
      const page = await plainPage({
        ...look,
        viewport: { width: 320, height: 480 },
        javaScriptEnabled: true,
      });
      await page.evaluate(() => {
        for (const animation of document.getAnimations()) animation.finish();
      });
      await expect(auditWithFrames(page)).resolves.toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.mouse.wheel(0, 20_000);
      await eventually(() => page.evaluate(isAtItsEnd));
      expect(await isOnTop(page, '.exit-this-page')).toBe(true);
    },
  );

  it('stays, whole, in a browser that cannot read the script', async () => {
    const page = await plainPage({ javaScriptEnabled: true }, 'syntax error in an old browser');
    await seen(page.getByText(pageWordsOf('nl').standing.nobody));
    await expect(seen(page.locator('a[href="tel:1712"]'))).resolves.toBe(true);
  });

  it('shows no more than exit and emergency numbers while the script is on its way', async () => {
    const road = Promise.withResolvers<undefined>();
    const context = await newContext({});
    await context.route('**/widget/a/frame-*.js', async (route) => {
      await road.promise;
      await route.continue();
    });
    const page = await context.newPage();
    const pace = await context.newCDPSession(page);
    await pace.send('Animation.enable');
    await pace.send('Animation.setPlaybackRate', { playbackRate: 0 }); // the four seconds of holding back do not pass
    await page.goto(frameUrl(), { waitUntil: 'commit' });
    await seen(page.locator('.exit-this-page'));
    await seen(page.locator('a[href="tel:112"]').first());
    const held = page.getByText(pageWordsOf('nl').standing.nobody);
    await held.waitFor({ state: 'attached' });
    await held.waitFor({ state: 'hidden' }); // from the moment that the style is there, before which nothing is painted
    expect(await held.isVisible()).toBe(false);
    await pace.send('Animation.setPlaybackRate', { playbackRate: 1 });
    road.resolve(undefined);
    await seen(page.locator('.start-screen, h1[tabindex]').first());
    expect(await page.locator('.plain').count()).toBe(0);
  });
});

describe('a host page that calls the loader', () => {
  it('twice, has one button and reads which tag to remove', async () => {
    const { page, said } = await hostPage(`${tag()}${tag()}`);
    await seen(page.locator('helpline-chat .launch'));
    expect(await page.locator('helpline-chat').count()).toBe(1);
    expect(said).toEqual(['1712 chat: loaded twice: remove one script tag.']);
  });

  it('with attributes that are none, reads which, and has the language of the browser and the usual way out', async () => {
    const attributes = 'data-language="xx" data-exit="javascript:alert(1)"';
    const { page, said } = await hostPage(tag(attributes));
    await seen(page.getByRole('button', { name: words.offline }));
    expect(said).toEqual([
      String.raw`1712 chat: data-language="xx" must match /^(nl|en|fr)\b/i`,
      String.raw`1712 chat: data-exit="javascript:alert(1)" must match /^https?:\/\/[^/]/`,
    ]);
    expect(await page.locator('helpline-chat .exit').getAttribute('href')).toBe(neutralUrl);
  });

  it('from an origin that is not allowed, has no button and reads what to set', async () => {
    const { page, said } = await hostPage(tag(), 'http://localhost:9/');
    await eventually(() => said.some((each) => each.includes('listeners.hostOrigins')));
    expect(await page.locator('helpline-chat').count()).toBe(0);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    expect(await page.title()).toBe('Site'); // whoever leaves takes the title away at once
    expect(page.url()).toBe('http://localhost:9/');
  });

  it('in its head, before there is a body, has a button that works', async () => {
    const { page } = await hostPage('<p>tekst</p>', undefined, tag());
    await page.locator('helpline-chat .launch').click();
    await expect(seen(page.frameLocator('iframe').getByRole('heading', { level: 1 }))).resolves.toBe(true);
  });
});

describe('three presses of Shift', () => {
  it.each([
    ['in the chat', (caller: Caller) => caller.heading.click()],
    ['beside it', (caller: Caller) => caller.page.locator('h1').click()],
  ])(
    'are counted aloud by the chat %s, begin anew after six seconds, and never follow from capitals',
    async (_where, goThere) => {
      const caller = await visitor({ prepare: (context) => context.clock.install() });
      await caller.open();
      await goThere(caller);
      const { keyboard } = caller.page;
      const hears = (sentence: string): Promise<void> =>
        eventually(async () => (await saidInChat(caller)).includes(sentence));
      await keyboard.press('Shift');
      await hears(caller.texts['exit.twoMore']);
      await keyboard.press('Shift');
      await hears(caller.texts['exit.oneMore']);
      await caller.page.clock.runFor(6_000);
      await hears(caller.texts['exit.timedOut']);
      await keyboard.press('Shift');
      await hears(caller.texts['exit.twoMore']);
      for (const letter of ['S', 'H', 'I']) await keyboard.press(`Shift+${letter}`);
      await hears(caller.texts['exit.timedOut']);
      expect(caller.page.url()).toBe(world.demoPageUrl);
    },
  );
});

async function visitor(options: CallerOptions = {}): Promise<Caller> {
  const caller = await newCaller(browser, world, options);
  contexts.push(caller.context);
  return caller;
}

async function newContext(options: Parameters<Browser['newContext']>[0]): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'nl-BE', ...options });
  contexts.push(context);
  return context;
}

function frameUrl(): string {
  return `${world.publicUrl}/widget/frame.html`;
}

/** The frame by itself, without its script, or with another in its place. */
async function plainPage(options: Parameters<Browser['newContext']>[0], script = ''): Promise<Page> {
  const context = await newContext({ javaScriptEnabled: false, ...options });
  await context.route('**/widget/a/frame-*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: script }),
  );
  const page = await context.newPage();
  await page.goto(frameUrl(), { waitUntil: 'load' });
  return page;
}

function tag(attributes = ''): string {
  return `<script src="${world.publicUrl}/widget/loader.js" ${attributes}></script>`;
}

/** A page of somebody else's making, in the demo page's place or at another address, and what our loader says in it. */
async function hostPage(body: string, url = world.demoPageUrl, head = '') {
  // To Chromium a page that the test itself writes is on no network, and may ask nothing of this machine without this.
  const context = await newContext({ permissions: ['local-network-access'] });
  const html = `<!doctype html><html lang="nl"><head><title>Site</title>${head}</head><body>${body}</body></html>`;
  await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => {
    if (message.text().startsWith('1712 chat:')) said.push(message.text());
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, said };
}

/** Whether a page that is longer than its window has been scrolled down as far as it goes. */
function isAtItsEnd(): boolean {
  const restPx = document.documentElement.scrollHeight - innerHeight - scrollY;
  return scrollY > 0 && restPx < 1;
}

/** Whether a press in its middle meets it. */
function isOnTop(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const element = document.querySelector(wanted);
    const { x = 0, y = 0, width = 0, height = 0 } = element?.getBoundingClientRect() ?? {};
    return element?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) === true;
  }, selector);
}

async function saidInChat(caller: Caller): Promise<string> {
  return (await caller.frame.locator('.app .unseen[role=status]').allTextContents()).join(' ');
}
