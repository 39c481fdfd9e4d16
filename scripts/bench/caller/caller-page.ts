import type { Browser, BrowserContext, CDPSession, FrameLocator, Locator, Page } from 'playwright-core';
import { nl } from '../../../widget/frame/texts/nl.ts';
import { loaderTexts } from '../../../widget/loader/texts.ts';

/** Longer than anything on a slow line may take, milliseconds. */
const patienceMs = 60_000;

/** An old phone is so many times slower than this machine. */
const processorSlowdown = 4;

/** Words of the page, by which a person finds things on it. */
export const words = nl;

/** A caller's page on an old phone. */
export type CallerPage = {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly button: Locator;
  readonly heading: Locator;
  readonly composer: Locator;
  /** Presses a button of the chat. */
  readonly press: (name: string) => Promise<void>;
  readonly write: (text: string) => Promise<void>;
  /** Resolves when the caller's own message of these words is marked as being with the homeserver. */
  readonly accepted: (text: string) => Promise<void>;
  readonly devtools: CDPSession;
};

/** Makes a browser with nothing in it, behind a line when one is named. */
export function newContext(browser: Browser, lineAddress?: string): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 360, height: 640 },
    locale: 'nl-BE',
    ...(lineAddress === undefined ? {} : { proxy: { server: lineAddress, bypass: '<-loopback>' } }),
  });
}

/** Opens the host page and waits until its button says that the helpline is open. */
export async function openHostPage(context: BrowserContext, url: string): Promise<CallerPage> {
  context.setDefaultTimeout(patienceMs);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: processorSlowdown });
  await page.goto(url);
  const button = page.locator('helpline-chat button.launch');
  await button.filter({ hasText: loaderTexts('nl').online }).waitFor();
  const frame = page.frameLocator('iframe');
  const composer = frame.getByLabel(words['composer.label'], { exact: true });
  return {
    context,
    page,
    frame,
    button,
    heading: frame.getByRole('heading', { level: 1 }),
    composer,
    devtools,
    press: (name) => frame.getByRole('button', { name, exact: true }).click(),
    write: async (text) => {
      await composer.fill(text);
      await composer.press('Enter');
    },
    accepted: (text) => untilMarked(frame, text),
  };
}

/** Looked for at every change of the page: Playwright itself looks every half second only, and that would be measured too. */
function untilMarked(frame: FrameLocator, text: string): Promise<void> {
  const marks = [words['mark.sent'], words['mark.delivered'], words['mark.read']];
  return frame.locator('body').evaluate(
    (body, sought) =>
      new Promise<void>((resolve, reject) => {
        setTimeout(reject, sought.patienceMs);
        const isThere = (): boolean =>
          [...body.querySelectorAll('li')].some(
            ({ textContent }) =>
              textContent.includes(sought.text) && sought.marks.some((mark) => textContent.includes(mark)),
          );
        const look = (): void => {
          if (!isThere()) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(body, { subtree: true, childList: true, characterData: true });
        look();
      }),
    { text, marks, patienceMs },
  );
}
