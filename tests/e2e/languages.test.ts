import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Language } from '../../widget/frame/state/language.ts';
import { languageNames } from '../../widget/frame/texts/language-names.ts';
import { startBrowser } from '../support/browser.ts';
import { textsOf } from '../support/caller-texts.ts';
import { newCaller, pageLimitMs, seen, type Caller, type CallerOptions } from '../support/caller.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

let world: World;
let browser: Browser;
const callers: Caller[] = [];

/** Nobody is on duty: the first screen says enough. */
beforeAll(async () => {
  [world, browser] = await Promise.all([startWorld({ hasAppservice: true }), startBrowser()]);
}, 120_000);

afterEach(() => Promise.all(callers.splice(0).map((caller) => caller.close())));

afterAll(async () => {
  await browser.close();
  await world.stop();
}, 30_000);

describe('the language of the chat', () => {
  it('is the browser’s, on the button and on every part of the page (R7)', async () => {
    const caller = await visitor({ language: 'fr' });
    await seen(caller.page.locator('helpline-chat[lang=fr]'), pageLimitMs, 'attached');
    await caller.open();
    await seen(nobodyIsThere(caller, 'fr'));
    expect(await caller.frame.locator('html').getAttribute('lang')).toBe('fr');
    expect(await choice(caller, 'nl').getAttribute('lang')).toBe('nl');
    expect(await choice(caller, 'fr').getAttribute('aria-pressed')).toBe('true');
  });

  it('changes by the keyboard alone, on a page 320 pixels wide, and the button that changed it keeps the focus', async () => {
    const caller = await visitor({ size: { width: 320, height: 640 } });
    await caller.open();
    await seen(nobodyIsThere(caller, 'nl'));
    await choice(caller, 'fr').focus();
    await caller.page.keyboard.press('Enter');
    await seen(nobodyIsThere(caller, 'fr'));
    expect(await choice(caller, 'fr').evaluate((button) => button === document.activeElement)).toBe(true);
    const wide = await caller.frame
      .locator('html')
      .evaluate((page) =>
        [...page.querySelectorAll('*')]
          .filter((each) => each.getBoundingClientRect().right > page.clientWidth)
          .map(({ tagName, clientWidth }) => `${tagName} ${String(clientWidth)}`),
      );
    expect(wide).toEqual([]);
  });

  it('is kept in a cookie by its code alone, only when the caller chose it, and goes before the browser (R84)', async () => {
    const caller = await visitor();
    await caller.open();
    expect(await caller.context.cookies()).toEqual([]);
    await choice(caller, 'fr').click();
    await seen(nobodyIsThere(caller, 'fr'));
    const cookies = await caller.context.cookies();
    expect(cookies).toMatchObject([{ name: 'language', value: 'fr', sameSite: 'Strict', expires: -1 }]);
    await caller.page.reload();
    await caller.open();
    await expect(seen(nobodyIsThere(caller, 'fr'))).resolves.toBe(true);
  });

  it('stays what it was when the other one does not come, and says so', async () => {
    const caller = await visitor({
      prepare: (context) => context.route(/\/a\/fr-/u, (route) => route.abort()),
    });
    await caller.open();
    await choice(caller, 'fr').click();
    const problem = caller.frame.locator('.frame-header__problem');
    await seen(problem.getByText(caller.texts['frame.languageMissing']));
    await seen(nobodyIsThere(caller, 'nl'));
    expect(await choice(caller, 'nl').getAttribute('aria-pressed')).toBe('true');
  });

  it('loads no words but those that are read', async () => {
    const loaded: string[] = [];
    const caller = await visitor({
      prepare: (context) => {
        context.on('request', (request) => loaded.push(new URL(request.url()).pathname));
        return Promise.resolve();
      },
    });
    await caller.open();
    const words = loaded.filter((path) => /\/a\/(nl|en|fr)-/u.test(path));
    expect(words.map((path) => path.slice(path.lastIndexOf('/') + 1, path.lastIndexOf('-')))).toEqual(['nl']);
  });
});

describe('a host page', () => {
  it('may name the language by an attribute, which goes before the browser', async () => {
    const caller = await visitor({ prepare: withTag(`data-language="fr"`) });
    await caller.open();
    await expect(seen(nobodyIsThere(caller, 'fr'))).resolves.toBe(true);
  });

  it('for children gives the chat its words for them, from the first screen on (R3)', async () => {
    const caller = await visitor({ prepare: withTag(`data-audience="child"`) });
    await caller.open();
    const words = textsOf('nl', 'child')['doors.mailReader'];
    expect(words).not.toBe(caller.texts['doors.mailReader']);
    await expect(seen(caller.frame.getByText(words))).resolves.toBe(true);
  });
});

async function visitor(options: CallerOptions = {}): Promise<Caller> {
  const caller = await newCaller(browser, world, options);
  callers.push(caller);
  return caller;
}

/** Gives the script tag of the demo page one more attribute. */
function withTag(attribute: string): NonNullable<CallerOptions['prepare']> {
  return async (context) => {
    // To Chromium a page that the test itself writes is on no network, and may ask nothing of this machine without this.
    await context.grantPermissions(['local-network-access']);
    await context.route(world.demoPageUrl, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(/(<script[^>]*loader\.js")/u, `$1 ${attribute}`);
      await route.fulfill({ body, contentType: 'text/html' });
    });
  };
}

function nobodyIsThere(caller: Caller, language: Language) {
  return caller.frame.getByRole('heading', { level: 1, name: textsOf(language)['offline.nobodyHeading'] });
}

function choice(caller: Caller, language: Language) {
  const name = `${language.toUpperCase()} ${languageNames[language]}`;
  return caller.frame.getByRole('button', { name, exact: true });
}
