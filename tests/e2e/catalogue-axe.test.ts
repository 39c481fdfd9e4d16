import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { checkout } from '../../scripts/stack/checkout.ts';
import { accentTones } from '../../appservice/domain/accent.ts';
import { accentProperties } from '../../widget/frame/adapters/paint-accent.ts';
import { languages } from '../../widget/frame/state/language.ts';
import { auditPage, bringAxe } from '../support/axe.ts';
import {
  colourModes,
  show,
  showColours,
  startCatalogue,
  wholeScreens,
  type Catalogue,
  type ColourMode,
} from '../support/catalogue.ts';

jest.setTimeout(120_000);

/** So tall that nothing lies behind the buttons that stay at the lower edge, which axe takes for out of reach. */
const tallPhone = { width: 360, height: 1_800 };

let catalogue: Catalogue;
let page: Page;

beforeAll(async () => {
  catalogue = await startCatalogue();
  page = await catalogue.openPage({ viewport: tallPhone });
  await bringAxe(page);
});

afterAll(() => catalogue.stop());

it('the catalogue has every folder of components, and each state by itself', () => {
  const folders = readdirSync(join(checkout, 'widget/frame/components'), { withFileTypes: true });
  const names = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  expect(catalogue.list.components.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
});

describe('every component in every state can be used by everybody (WCAG 2.2 AA, axe)', () => {
  const looks = languages.flatMap((language) => colourModes.map((mode) => [language, mode] as const));

  it.each(looks)('in %s with %s colours', async (language, mode) => {
    await expect(violations(language, mode)).resolves.toEqual([]);
  });
});

describe('with an accent of the helpline itself, every whole screen can be read', () => {
  afterAll(() =>
    page.evaluate(() => {
      document.documentElement.removeAttribute('style');
    }),
  );

  it.each([
    ['purple', 'light', '#7a1fa2'],
    ['purple', 'dark', '#7a1fa2'],
    ['nearly black', 'dark', '#101010'],
    ['as light as it may be', 'light', '#777676'],
  ] as const)('%s with %s colours', async (_name, mode, accent) => {
    await showColours(page, mode);
    await page.evaluate(
      (tones) => {
        const { style } = document.documentElement;
        for (const [name, tone] of Object.entries(tones)) style.setProperty(name, tone);
      },
      accentProperties(accentTones(accent)),
    );
    const found: string[] = [];
    for (const example of wholeScreens(catalogue.list)) {
      await show(page, { component: 'app', example, language: 'nl', audience: 'everybody' });
      found.push(...(await auditPage(page, ['color-contrast'])));
    }
    expect(found).toEqual([]);
  });
});

/** What axe finds wrong in the whole catalogue. */
async function violations(language: string, mode: ColourMode): Promise<readonly string[]> {
  await showColours(page, mode);
  const found: string[] = [];
  for (const { name, examples } of catalogue.list.components) {
    for (const example of examples) {
      await show(page, { component: name, example, language, audience: 'everybody' });
      const wrong = await auditPage(page);
      found.push(...wrong.map((each) => `${name}, ${example}: ${each}`));
    }
  }
  return found;
}
