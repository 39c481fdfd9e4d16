import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { pageLimitMs } from '../support/caller.ts';
import { textsOf } from '../support/caller-texts.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { isOnTop, settled } from '../support/on-screen.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(30_000);

/** What is left to be seen of a page that a keyboard covers, in CSS pixels; Safari moves it down to the field. */
type Sight = { readonly top: number; readonly height: number };

/** A phone upright and on its side, and a tablet, as their keyboards leave them. */
const screens: readonly (readonly [string, { width: number; height: number }, Sight])[] = [
  ['a phone', { width: 390, height: 664 }, { top: 0, height: 330 }],
  ['a phone that has moved down to the field', { width: 390, height: 664 }, { top: 210, height: 330 }],
  ['a phone on its side', { width: 750, height: 342 }, { top: 120, height: 160 }],
  ['a tablet', { width: 1024, height: 700 }, { top: 300, height: 340 }],
];

const texts = textsOf('nl');

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let page: Page;
let chat: Pick<Page, 'getByLabel' | 'getByRole'>;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

describe.each(['in a host page', 'on a page of its own'] as const)(
  'a keyboard that covers the page and does not make it smaller, as Safari’s, %s',
  (where) => {
    beforeAll(() => startChat(where), 30_000);

    afterAll(() => endChat());

    it.each(screens)('leaves exit and field in view on %s', async (_name, size, sight) => {
      await page.setViewportSize(size);
      await show({ top: 0, height: size.height });
      await field().focus();
      await show(sight);
      for (const part of [exit(), field()]) {
        const { x = 0, y = 0, width = 0, height = 0 } = (await part.boundingBox()) ?? {};
        expect(y).toBeGreaterThanOrEqual(sight.top);
        expect(y + height).toBeLessThanOrEqual(sight.top + sight.height);
        expect(x + width).toBeLessThanOrEqual(size.width);
        await expect(isOnTop(part)).resolves.toBe(true);
      }
    });

    it('leaves all as it was when it goes, and when somebody who reads large zooms', async () => {
      const size = { width: 390, height: 664 };
      await page.setViewportSize(size);
      await show({ top: 0, height: size.height });
      const places = () => Promise.all([exit().boundingBox(), field().boundingBox()]);
      const before = await places();
      await show({ top: 210, height: 330 });
      expect(await places()).not.toEqual(before);
      await show({ top: 0, height: size.height });
      expect(await places()).toEqual(before);
      await show({ top: 200, height: 332 }, 2);
      expect(await places()).toEqual(before);
    });
  },
);

/**
 * Opens the chat with a visual viewport that obeys the test, as far as the field, and until somebody is looked for: before that
 * there is nothing that the service could be told the end of.
 */
async function startChat(where: 'in a host page' | 'on a page of its own'): Promise<void> {
  const context = await browser.newContext({ locale: 'nl-BE' });
  context.setDefaultTimeout(pageLimitMs);
  await context.addInitScript(takeOverViewport);
  page = await context.newPage();
  if (where === 'on a page of its own') {
    await page.goto(`${world.publicUrl}/widget/frame.html`);
    chat = page;
  } else {
    await page.goto(world.demoPageUrl);
    await page.locator('helpline-chat button.launch').click();
    chat = page.frameLocator('iframe');
  }
  await button('start.button').click();
  await button('intake.skip').click();
  await field().waitFor();
  await chat.getByRole('log').getByText(texts['line.searching']).waitFor();
}

/** Ends it, so that the counsellor is free again. */
async function endChat(): Promise<void> {
  await button('end.button').click();
  const isTold = page.waitForResponse((answer) => answer.url().endsWith('/api/conversations/current/end'));
  await button('end.confirm').click();
  await isTold;
  await chat.getByRole('heading', { name: texts['ended.heading'] }).waitFor();
  await page.context().close();
}

function button(key: keyof typeof texts): Locator {
  return chat.getByRole('button', { name: texts[key], exact: true });
}

function exit(): Locator {
  return chat.getByRole('link', { name: texts['exit.button'] });
}

function field(): Locator {
  return chat.getByLabel(texts['composer.label'], { exact: true });
}

/** Runs in each page before its own scripts. */
function takeOverViewport(): void {
  if (window.top !== window) return;
  const viewport = Object.assign(new EventTarget(), { height: 0, offsetTop: 0, scale: 1 });
  Object.defineProperty(window, 'visualViewport', { value: viewport });
}

/** Has the browser tell that it shows this part of the page, and waits until the chat has painted it. */
async function show({ top, height }: Sight, scale = 1): Promise<void> {
  await page.evaluate(
    (seen) => {
      Object.assign(window.visualViewport ?? {}, seen);
      for (const name of ['resize', 'scroll']) window.visualViewport?.dispatchEvent(new Event(name));
    },
    { offsetTop: top, height, scale },
  );
  await settled(page);
}
