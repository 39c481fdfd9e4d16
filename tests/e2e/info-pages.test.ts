import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { newCaller, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import { isOnTop, resize } from '../support/on-screen.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;
let roomId: string;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
  caller = await newCaller(browser, world, { size: { width: 320, height: 568 } });
  await caller.open();
}, 120_000);

afterAll(async () => {
  await caller.close();
  await closeChatScene({ world, browser, lotte });
}, 30_000);

describe('before the start', () => {
  it('says how to leave above the button, which one press of Tab and one of Enter pass (S4)', async () => {
    const hint = caller.frame.getByText(caller.texts['start.exitHint']);
    const button = caller.frame.getByRole('button', { name: caller.texts['start.button'] });
    expect(await topOf(hint)).toBeLessThan(await topOf(button));
    await caller.page.keyboard.press('Tab');
    await expect(hasFocus(button)).resolves.toBe(true);
    await caller.page.keyboard.press('Enter');
    await caller.seeHeading(caller.texts['intake.heading']);
    await caller.press('intake.back');
  });
});

describe('a page over a conversation', () => {
  beforeAll(async () => {
    const ringing = lotte.nextCard();
    await caller.start();
    await caller.write('Ik weet niet goed hoe ik moet beginnen.');
    roomId = await lotte.enter(await ringing);
    await lotte.read(roomId, /weet niet goed/u);
    await lotte.say(roomId, 'Dag, ik luister.');
    await caller.see('Dag, ik luister.');
    await caller.composer.fill('een halve zin');
  }, 60_000);

  it('names itself in no address and no history, takes the focus, and gives it back on Escape (R33, S14)', async () => {
    const entries = await caller.page.evaluate(() => history.length);
    const address = caller.page.frames().map((frame) => frame.url());
    await openPage();
    await expect(hasFocus(caller.heading)).resolves.toBe(true);
    await caller.press('traces.heading');
    await caller.seeHeading(caller.texts['traces.heading']);
    await caller.page.keyboard.press('Escape');
    await expect(hasFocus(opener())).resolves.toBe(true);
    await expect(caller.composer.inputValue()).resolves.toBe('een halve zin');
    expect(await caller.page.evaluate(() => history.length)).toBe(entries);
    expect(caller.page.frames().map((frame) => frame.url())).toEqual(address);
  });

  it('leaves the exit and 112 on top, also where there is little height (S1, R17)', async () => {
    await openPage();
    for (const height of [568, 256]) {
      await resize(caller.page, { width: 320, height });
      for (const part of [caller.frame.getByRole('link', { name: caller.texts['exit.button'] }), medical()]) {
        await expect(isOnTop(part.first())).resolves.toBe(true);
      }
    }
    await resize(caller.page, { width: 320, height: 568 });
    await caller.press('page.back');
  });

  it('tells of a message that comes meanwhile, and it is there on the way back', async () => {
    await openPage();
    await lotte.say(roomId, 'Ben je er nog?');
    await caller.see(caller.texts['page.news.message']);
    await expect(caller.frame.getByRole('status').first().textContent()).resolves.toBe(
      caller.texts['page.news.message'],
    );
    await caller.press('page.back');
    await caller.see('Ben je er nog?');
  });
});

/** What opens the pages, in the header. */
function opener(): Locator {
  return caller.frame.getByRole('button', { name: caller.texts['page.open'] });
}

function medical(): Locator {
  return caller.frame.locator('a[href="tel:112"]');
}

async function openPage(): Promise<void> {
  await opener().click();
  await caller.seeHeading(caller.texts['about.heading']);
}

function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}

async function topOf(locator: Locator): Promise<number> {
  return (await locator.first().boundingBox())?.y ?? Number.NaN;
}
