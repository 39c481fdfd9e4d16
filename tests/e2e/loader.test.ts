import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Locator } from 'playwright-core';
import { loaderTexts } from '../../widget/loader/texts.ts';
import { eventually } from '../ports/eventually.ts';
import { auditWithFrames } from '../support/axe.ts';
import { newCaller, pageLimitMs, seen, type Caller, type CallerOptions } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { neutralUrl, serveNeutralPage } from '../support/neutral-page.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

const words = loaderTexts('nl');
const phone = { width: 360, height: 640 };
/** How long anything may take that waits for no network; two cores are shared by all that runs. */
const shortlyMs = 10_000;

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
const callers: Caller[] = [];

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterEach(() => Promise.all(callers.splice(0).map((caller) => caller.close())));

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

describe('a chat that does not open', () => {
  it('says so after eight seconds, with telephone, emergency numbers and a way to close it', async () => {
    const caller = await visitor({ size: phone, prepare: withoutFrame });
    await caller.page.clock.pauseAt(Date.now() + 30_000);
    await caller.button.click();
    await caller.page.clock.runFor(7_999);
    await seen(layer(caller).getByText(words.loading), shortlyMs);
    await caller.page.clock.runFor(1);
    await seen(layer(caller).getByText(words.late), shortlyMs);
    expect(await telephones(caller)).toEqual(['tel:101', 'tel:112', 'tel:1712']);
    expect(await caller.page.locator('iframe').isVisible()).toBe(false);
    await caller.page.clock.resume();
    await expect(auditWithFrames(caller.page)).resolves.toEqual([]);
    await press(caller, words.close);
    await expect(seen(caller.button, shortlyMs)).resolves.toBe(true);
  });

  it('offers the way out and the emergency numbers from the first moment', async () => {
    const caller = await visitor({ size: phone, prepare: withoutFrame });
    await serveNeutralPage(caller.context);
    await caller.button.click();
    expect(await telephones(caller)).toEqual(expect.arrayContaining(['tel:101', 'tel:112']));
    await expect(auditWithFrames(caller.page)).resolves.toEqual([]);
    await layer(caller).getByRole('link', { name: words.exit }).click({ timeout: shortlyMs });
    await eventually(() => caller.page.url() === neutralUrl, shortlyMs);
    expect(caller.page.url()).toBe(neutralUrl);
  });

  it.each([
    ['at a press', (caller: Caller) => press(caller, words.retry)],
    [
      'when it is closed and opened again',
      async (caller: Caller) => {
        await press(caller, words.close);
        await caller.button.click({ timeout: shortlyMs });
      },
    ],
  ])('opens after all %s', async (_how, tryAgain) => {
    const caller = await visitor({ size: phone, prepare: withoutFrame });
    await caller.button.click();
    await caller.page.clock.runFor(8_000);
    await caller.context.unroute('**/widget/frame.html');
    await tryAgain(caller);
    await expect(seen(caller.heading)).resolves.toBe(true);
    expect(await layer(caller).isVisible()).toBe(false);
  });

  it('opens by itself when the browser is online again', async () => {
    const caller = await visitor({ size: phone, prepare: (context) => context.clock.install() });
    await caller.context.setOffline(true);
    await caller.button.click();
    await caller.page.clock.runFor(8_000);
    await seen(layer(caller).getByText(words.late), shortlyMs);
    await caller.context.setOffline(false);
    await expect(seen(caller.heading)).resolves.toBe(true);
    expect(await layer(caller).isVisible()).toBe(false);
  });

  it('opens after all when its frame comes late', async () => {
    const road = Promise.withResolvers<undefined>();
    const caller = await visitor({
      prepare: async (context) => {
        await context.clock.install();
        await context.route('**/widget/frame.html', async (route) => {
          await road.promise;
          await route.continue();
        });
      },
    });
    await caller.button.click();
    await caller.page.clock.runFor(8_000);
    await seen(layer(caller).getByText(words.late), shortlyMs);
    road.resolve(undefined);
    await expect(seen(caller.heading)).resolves.toBe(true);
  });
});

describe('the panel', () => {
  it('is modal on a phone: what lies behind it cannot have the focus until it is closed', async () => {
    const caller = await visitor({ size: phone });
    await addLink(caller);
    await caller.open();
    expect(await panel(caller).getAttribute('aria-modal')).toBe('true');
    expect(await canHaveFocus(caller)).toBe(false);
    await caller.press('frame.hide');
    await seen(caller.button, shortlyMs);
    expect(await canHaveFocus(caller)).toBe(true);
  });

  it('is no more modal once the window is wide, and leaves inert what the page had made so', async () => {
    const caller = await visitor({ size: phone });
    await addLink(caller);
    await caller.page.evaluate(() => document.querySelector('main')?.setAttribute('inert', ''));
    await caller.open();
    await caller.page.setViewportSize({ width: 1280, height: 800 });
    await eventually(() => canHaveFocus(caller), shortlyMs);
    expect(await panel(caller).getAttribute('aria-modal')).toBe('false');
    expect(await caller.page.locator('main[inert]').count()).toBe(1);
  });
});

describe('the button', () => {
  it('leads back to the conversation, and says no more of a message than that there is one', async () => {
    const caller = await visitor();
    const title = await caller.page.title();
    await followHeard(caller);
    await caller.open();
    const ringing = lotte.nextCard();
    await caller.start();
    const roomId = await lotte.enter(await ringing);
    await caller.write('Hallo');
    await lotte.read(roomId, 'Hallo');
    await lotte.say(roomId, 'Dag');
    await caller.see('Dag');
    await caller.seeHeading(caller.texts['phase.joined-caw']); // it is news, too, and may come after the words
    await caller.press('frame.hide');
    await seen(caller.button.getByText(words.talk, { exact: true }), shortlyMs);
    await lotte.say(roomId, 'Ben je er nog');
    await seen(caller.button.getByText(words.news, { exact: true }));
    expect(await heard(caller)).toEqual([words.news]);
    expect(await caller.page.title()).toBe(title);
    await expect(auditWithFrames(caller.page)).resolves.toEqual([]);
    await caller.button.click();
    await caller.see('Ben je er nog');
    await caller.end();
    await caller.see(caller.texts['ended.caller']);
    await seen(caller.button.getByText(words.online, { exact: true }), pageLimitMs, 'attached');
    await caller.press('frame.hide');
    await seen(caller.button, shortlyMs);
    expect(await heard(caller)).toEqual([words.news]);
  });

  it('grows with the letters that the browser is set to', async () => {
    const caller = await visitor({ size: phone });
    const before = await caller.button.boundingBox();
    const session = await caller.context.newCDPSession(caller.page);
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await eventually(async () => heightOf(await caller.button.boundingBox()) > 1.5 * heightOf(before));
    const { x = -1, width = 0 } = (await caller.button.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(phone.width);
  });
});

describe('the page around the chat', () => {
  it('says once how the helpline is, and nothing again while that stays so', async () => {
    const caller = await visitor({ prepare: (context) => context.clock.install() });
    await seen(caller.page.getByText('Online: er is iemand vrij'));
    const kept = await caller.page.evaluateHandle(() => {
      const noted = { answers: 0, changes: [] as string[] };
      const status = document.querySelector('[role=status]') ?? document.body;
      const dot = status.querySelector('[data-status]') ?? status;
      new MutationObserver(() => noted.changes.push(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      new MutationObserver(() => (noted.answers += 1)).observe(dot, { attributes: true });
      return noted;
    });
    await caller.page.clock.runFor(5_000);
    await eventually(async () => (await kept.jsonValue()).answers > 0);
    expect((await kept.jsonValue()).changes).toEqual([]);
  });

  it('offers telephone and mail without JavaScript', async () => {
    const { page } = await visitor({ hasJavaScript: false });
    const status = page.getByRole('status');
    expect(await status.innerText()).not.toContain('We kijken');
    const links = await status.getByRole('link').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links.slice(0, 2)).toEqual(['tel:1712', 'mailto:demo@example.org']);
  });
});

async function visitor(options: CallerOptions = {}): Promise<Caller> {
  const caller = await newCaller(browser, world, options);
  callers.push(caller);
  return caller;
}

/** A browser whose clock is driven, and that cannot load the chat. */
async function withoutFrame(context: BrowserContext): Promise<void> {
  await context.clock.install();
  await context.route('**/widget/frame.html', (route) => route.abort('internetdisconnected'));
}

function panel({ page }: Caller): Locator {
  return page.locator('helpline-chat .panel');
}

/** What is seen until the chat is there. */
function layer({ page }: Caller): Locator {
  return page.locator('helpline-chat .wait');
}

function press(caller: Caller, name: string): Promise<void> {
  return layer(caller).getByRole('button', { name, exact: true }).click({ timeout: shortlyMs });
}

/** The telephone numbers that are shown, from top to bottom. */
async function telephones(caller: Caller): Promise<readonly string[]> {
  const links = layer(caller).locator('a[href^="tel:"]:visible');
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

async function addLink({ page }: Caller): Promise<void> {
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/';
    link.id = 'behind';
    link.textContent = 'Een andere bladzijde';
    document.body.prepend(link);
  });
}

function canHaveFocus({ page }: Caller): Promise<boolean> {
  return page.evaluate(() => {
    const link = document.querySelector<HTMLElement>('#behind');
    link?.focus();
    return document.activeElement === link;
  });
}

/** Keeps what the button's live region says from now on. */
async function followHeard({ page }: Caller): Promise<void> {
  await page.evaluate(() => {
    const region = document.querySelector('helpline-chat')?.shadowRoot?.querySelector('.panel ~ .heard');
    const kept: string[] = [];
    Object.assign(globalThis, { kept });
    const keep = (): unknown => region?.textContent !== '' && kept.push(region?.textContent ?? '');
    if (region) new MutationObserver(keep).observe(region, { childList: true });
  });
}

function heard({ page }: Caller): Promise<unknown> {
  return page.evaluate(() => Reflect.get(globalThis, 'kept') as unknown);
}

function heightOf(box: { readonly height: number } | null): number {
  return box?.height ?? 0;
}
