import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startCatalogue, type Catalogue } from '../support/catalogue.ts';

jest.setTimeout(60_000);

let catalogue: Catalogue;
let page: Page;

beforeAll(async () => {
  catalogue = await startCatalogue();
  page = await catalogue.openPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(new URL('index.html', page.url()).href, { waitUntil: 'networkidle' });
}, 120_000);

afterAll(() => catalogue.stop());

it('opens at its top, whatever its examples would like to focus', async () => {
  await framesInView();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
});

it.each(['message-log', 'button', 'icon'])(
  'leads to a component and stays there while frames load: %s',
  async (name) => {
    await page.getByRole('link', { name, exact: true }).click();
    await framesInView();
    await expect(isAtBar(name)).resolves.toBe(true);
  },
);

it('opens at the component that its address names', async () => {
  const address = new URL('index.html#message-log', page.url()).href;
  await page.goto('about:blank');
  await page.goto(address, { waitUntil: 'networkidle' });
  await framesInView();
  await expect(isAtBar('message-log')).resolves.toBe(true);
});

/** Waits until the top of a component is at the bar: a frame that grows above it moves it, until the next picture is drawn. */
async function isAtBar(name: string): Promise<true> {
  await page.waitForFunction((id) => {
    const top = document.getElementById(id)?.getBoundingClientRect().top ?? Infinity;
    return Math.abs(top - (document.querySelector('header')?.getBoundingClientRect().bottom ?? 0)) < 2;
  }, name);
  return true;
}

/** Waits until every frame that can be seen shows its example, at its own height. */
async function framesInView(): Promise<void> {
  await page.waitForFunction(() => {
    const frames = [...document.querySelectorAll('iframe')].filter((frame) => {
      const { top, bottom } = frame.getBoundingClientRect();
      return bottom > 0 && top < window.innerHeight;
    });
    return frames.every(
      (frame) => (frame.contentDocument?.getElementById('frame')?.children.length ?? 0) > 0,
    );
  });
}
