import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { loaderTexts } from '../../widget/loader/texts.ts';
import type { Language } from '../../widget/frame/state/language.ts';
import type { Mark } from '../../widget/frame/state/log.ts';
import type { TextKey, Texts } from '../../widget/frame/texts/keys.ts';
import { textsOf } from './caller-texts.ts';
import type { World } from './world.ts';

/** How long anything on the page may take, milliseconds; two cores are shared by all that runs. */
export const pageLimitMs = 15_000;

/** What a caller fills in; what is left out stays empty. */
export type FilledIntake = {
  readonly nickname?: string;
  readonly age?: string;
  readonly postcode?: string;
  readonly sex?: TextKey & `sex.${string}`;
};

/** Who the caller is to the browser. */
export type CallerOptions = {
  readonly language?: Language;
  readonly size?: { readonly width: number; readonly height: number };
  readonly hasJavaScript?: boolean;
  /** Address of a proxy that writes down all that leaves the browser. */
  readonly proxy?: string;
  /** What is done to the browser before the page is opened. */
  readonly prepare?: (context: BrowserContext) => Promise<unknown>;
};

/** A caller in a real Chromium: the host page, the chat in it, and what a person does there. Every wait has a bound. */
export interface Caller {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The chat. */
  readonly frame: FrameLocator;
  readonly texts: Texts;
  /** The button on the host page. */
  readonly button: Locator;
  readonly heading: Locator;
  readonly composer: Locator;
  readonly log: Locator;
  /** Presses the button of the host page and waits for the chat's first screen. */
  open(): Promise<void>;
  /** Presses the start, fills in or skips the questions, and waits for the conversation's screen. */
  start(intake?: FilledIntake): Promise<void>;
  write(words: string): Promise<void>;
  /** Waits until these words stand on the chat's screen; true, or it fails. */
  see(words: string | RegExp, limitMs?: number): Promise<true>;
  /** Waits until this is the heading of the chat's screen; true, or it fails. */
  seeHeading(words: string | RegExp, limitMs?: number): Promise<true>;
  /** Waits until the caller's own message of these words carries a mark; true, or it fails. */
  seeMark(words: string, mark: Mark, limitMs?: number): Promise<true>;
  /** A message or line of the log by its words. */
  line(words: string | RegExp): Locator;
  /** Presses a button or link of the chat by its name. */
  press(key: TextKey): Promise<void>;
  /** Stops the conversation, says yes, and waits until the service knows. */
  end(): Promise<void>;
  /** Everything the chat shows, as text. */
  shown(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the demo page as a new caller with an empty browser. */
export async function newCaller(
  browser: Browser,
  world: World,
  options: CallerOptions = {},
): Promise<Caller> {
  const { language = 'nl', size = { width: 1280, height: 800 }, hasJavaScript = true, proxy } = options;
  const context = await browser.newContext({
    viewport: size,
    locale: { nl: 'nl-BE', en: 'en-GB', fr: 'fr-BE' }[language],
    timezoneId: 'Europe/Brussels',
    javaScriptEnabled: hasJavaScript,
    ...(proxy === undefined ? {} : { proxy: { server: proxy, bypass: '<-loopback>' } }),
  });
  context.setDefaultTimeout(pageLimitMs);
  await options.prepare?.(context);
  return callerIn(context, world, language);
}

/** Opens the demo page in a browser that may hold something already. */
export async function callerIn(
  context: BrowserContext,
  world: World,
  language: Language = 'nl',
): Promise<Caller> {
  const page = await context.newPage();
  await page.goto(world.demoPageUrl, { waitUntil: 'load' });
  return callerOn(context, page, language);
}

function callerOn(context: BrowserContext, page: Page, language: Language): Caller {
  const texts = textsOf(language);
  const frame = page.frameLocator('iframe');
  const log = frame.getByRole('log');
  const heading = frame.getByRole('heading', { level: 1 });
  const composer = frame.getByLabel(texts['composer.label'], { exact: true });
  const line = (words: string | RegExp): Locator => log.getByRole('listitem').filter({ hasText: words });
  const press = (key: TextKey): Promise<void> =>
    frame.getByRole('button', { name: texts[key], exact: true }).click();
  return {
    context,
    page,
    frame,
    texts,
    log,
    heading,
    composer,
    line,
    press,
    button: page.locator('helpline-chat button.launch'),
    open: async () => {
      await page.locator('helpline-chat button.launch').click();
      await heading.waitFor();
      // Where the script is slow, the heading may be that of the page that stands there before it.
      await frame.locator('.plain').waitFor({ state: 'detached' });
    },
    start: async (intake) => {
      await press('start.button');
      await answerQuestions(frame, texts, intake);
      await composer.waitFor();
    },
    write: async (words) => {
      await composer.fill(words);
      await composer.press('Enter');
    },
    see: (words, limitMs) => seen(frame.getByText(words).first(), limitMs),
    seeHeading: (words, limitMs) => seen(frame.getByRole('heading', { level: 1, name: words }), limitMs),
    seeMark: (words, mark, limitMs) =>
      seen(line(words).getByText(texts[`mark.${mark}`], { exact: true }), limitMs),
    end: async () => {
      await press('end.button');
      const isTold = page.waitForResponse((answer) =>
        answer.url().endsWith('/api/conversations/current/end'),
      );
      await press('end.confirm');
      await isTold;
    },
    shown: () => frame.locator('body').innerText(),
    close: () => context.close(),
  };
}

/** Waits until it is on the screen; true, or it fails. */
export async function seen(
  locator: Locator,
  limitMs = pageLimitMs,
  state: 'attached' | 'visible' = 'visible',
): Promise<true> {
  await locator.waitFor({ timeout: limitMs, state });
  return true;
}

async function answerQuestions(frame: FrameLocator, texts: Texts, intake?: FilledIntake): Promise<void> {
  const pressButton = (key: TextKey): Promise<void> =>
    frame.getByRole('button', { name: texts[key], exact: true }).click();
  await frame.getByRole('heading', { level: 1, name: texts['intake.heading'] }).waitFor();
  if (intake === undefined) {
    await pressButton('intake.skip');
    return;
  }
  const { nickname, age, postcode, sex } = intake;
  const fill = (key: TextKey, text: string | undefined): Promise<void> =>
    text === undefined ? Promise.resolve() : frame.getByLabel(texts[key], { exact: true }).fill(text);
  await fill('intake.nickname', nickname);
  await fill('intake.age', age);
  await fill('intake.postcode', postcode);
  if (sex !== undefined) await frame.getByRole('radio', { name: texts[sex], exact: true }).check();
  await pressButton('intake.next');
}

/** The words on the host page's button, by language of that page. */
export const buttonWords = loaderTexts('nl');
