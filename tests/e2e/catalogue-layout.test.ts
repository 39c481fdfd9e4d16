import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { languages } from '../../widget/frame/state/language.ts';
import type { ShowRequest } from '../../widget/catalogue/catalogue-list.ts';
import { audiences, type Audience } from '../../widget/frame/state/wording.ts';
import { show, showColours, startCatalogue, wholeScreens, type Catalogue } from '../support/catalogue.ts';
import * as look from '../support/layout.ts';
import { resize } from '../support/on-screen.ts';

jest.setTimeout(120_000);

/** A small phone, one with its keyboard open, and a desktop's 1280 by 1024 and by 720 at 400 %. */
const smallSizes = [
  [320, 480],
  [320, 260],
  [320, 256],
  [320, 180],
] as const;

let catalogue: Catalogue;
let page: Page;

beforeAll(async () => {
  catalogue = await startCatalogue();
  page = await catalogue.openPage();
});

beforeEach(async () => {
  await resize(page, { width: 360, height: 740 });
  await page.emulateMedia({ media: 'screen', reducedMotion: 'no-preference' });
  await showColours(page, 'light');
});

afterAll(() => catalogue.stop());

it.each([...smallSizes, [320, 460], [568, 320], [640, 360]])(
  'exit, 101, 112 and what hides the chat are seen and hit on every screen at %d by %d (S1, R17)',
  async (width, height) => {
    await resize(page, { width, height });
    await expect(eachScreen(look.placesWithoutUrgent)).resolves.toEqual([]);
  },
);

it.each([
  [320, 740],
  [320, 256],
])(
  'nothing has to be scrolled sideways at %d by %d, in the words for children either (1.4.10)',
  async (width, height) => {
    await resize(page, { width, height });
    await expect(eachState(look.partsTooWide, audiences)).resolves.toEqual([]);
  },
);

it('everything that is pressed is 24 by 24 at least, and exit, 101, 112 and buttons 44 (2.5.8)', async () => {
  await expect(eachState(look.smallTargets)).resolves.toEqual([]);
});

it('everything that is pressed is told from words by an edge, a ground, a sign or a line below it (1.4.1)', async () => {
  await expect(eachState(look.targetsLikeWords)).resolves.toEqual([]);
});

it.each([
  [360, 740],
  [568, 340],
])('the way back from a page over the chat stays in view at %d by %d', async (width, height) => {
  await resize(page, { width, height });
  await expect(eachScreen(look.lostWaysBack)).resolves.toEqual([]);
});

it.each([320, 360, 568])('the dots for presses of Shift cover no word at %d wide (S2)', async (width) => {
  await resize(page, { width, height: 740 });
  await expect(eachState(look.wordsBelowDots, audiences)).resolves.toEqual([]);
});

it('both emergency numbers are within two presses of the tab key from the exit on every screen (R17)', async () => {
  const found: string[] = [];
  for (const request of screens()) {
    await show(page, request);
    await page.evaluate(afterEffects);
    await page.locator('.exit-this-page').focus();
    const reached = [await nextStop(), await nextStop()];
    if (reached.join() !== 'tel:101,tel:112') found.push(nameOf(request));
  }
  expect(found).toEqual([]);
});

it('nothing moves for somebody who asked for stillness (2.3.3)', async () => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(eachState(look.movements)).resolves.toEqual([]);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  // In one go: the dots come to rest by themselves.
  const moving = page.evaluate(async () => {
    await window.catalogue.show({ component: 'dots', example: null, language: 'nl', audience: 'everybody' });
    return document.getAnimations().length;
  });
  await expect(moving).resolves.toBeGreaterThan(0);
});

it('nothing moves for five seconds or longer (2.2.2)', async () => {
  await expect(eachState(look.longMovements)).resolves.toEqual([]);
});

it('forced colours leave everything that is pressed an edge or a line, and what has the focus a ring', async () => {
  await showColours(page, 'forced');
  await expect(eachState(look.edgelessTargets)).resolves.toEqual([]);
});

it('paper gets no word that was said or typed (R34)', async () => {
  await page.emulateMedia({ media: 'print' });
  await expect(eachState(look.printedWords)).resolves.toEqual([]);
});

type Request = ShowRequest & { readonly example: string };

/** Every whole screen, for everybody and for children, but the one that is empty after an exit. */
function screens(): readonly Request[] {
  return languages.flatMap((language) =>
    wholeScreens(catalogue.list)
      .filter((example) => example !== 'left')
      .flatMap((example) => audiences.map((audience) => ({ component: 'app', example, language, audience }))),
  );
}

/** Every component by itself, in the words for some of the audiences. */
function states(those: readonly Audience[]): readonly Request[] {
  const wordings = languages.flatMap((language) => those.map((audience) => ({ language, audience })));
  return wordings.flatMap((wording) =>
    catalogue.list.components.flatMap(({ name, examples }) =>
      examples.map((example) => ({ component: name, example, ...wording })),
    ),
  );
}

type Look = () => readonly string[];

/** Other words have other lengths, and change nothing else. */
function eachState(wrongIn: Look, those: readonly Audience[] = ['everybody']): Promise<readonly string[]> {
  return each(states(those), wrongIn);
}

function eachScreen(wrongIn: Look): Promise<readonly string[]> {
  return each(screens(), wrongIn);
}

/** Looks at each state for what is wrong there; one line for each thing, with the state that it was in. */
async function each(requests: readonly Request[], wrongIn: Look): Promise<readonly string[]> {
  await page.evaluate(afterEffects); // a new size is laid out a frame later
  const found: string[] = [];
  for (const request of requests) {
    await show(page, request);
    const wrong = await page.evaluate(wrongIn);
    found.push(...wrong.map((line) => `${nameOf(request)}: ${line}`));
  }
  return found;
}

function nameOf({ component, example, language, audience }: Request): string {
  return `${component}, ${example}, ${language}, ${audience}`;
}

async function nextStop(): Promise<string | null> {
  await page.keyboard.press('Tab');
  return page.evaluate(() => document.activeElement?.getAttribute('href') ?? null);
}

/** What a screen does once it has been painted, such as taking the focus, is done two frames later. */
async function afterEffects(): Promise<void> {
  for (let frames = 0; frames < 2; frames += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve));
}
