import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { checkout } from '../../scripts/stack/checkout.ts';
import type { CatalogueList, ShowRequest, Stage } from '../../widget/catalogue/catalogue-list.ts';
import { startBrowser } from './browser.ts';

/** How colours are shown, by the browser itself. */
export const colourModes = ['light', 'dark', 'forced'] as const;

/** A way to show colours. */
export type ColourMode = (typeof colourModes)[number];

/** The pages of the catalogue, served, and a browser that shows them. */
export interface Catalogue {
  /** What there is to show; tests and pictures go through exactly this. */
  readonly list: CatalogueList;
  /** Opens a page of its own on which examples are shown. */
  openPage(options?: BrowserContextOptions): Promise<Page>;
  stop(): Promise<void>;
}

declare global {
  interface Window {
    /** The page of an example. */
    catalogue: Stage;
  }
}

/** Builds and serves the catalogue, and starts a browser for it. */
export async function startCatalogue(): Promise<Catalogue> {
  const site = await startCommand();
  const browser = await startBrowser();
  const openPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, ...options });
    await page.goto(`${site.url}example.html`);
    // What it shows by itself would else come over what a test asks for.
    await page.locator('#frame > *').first().waitFor({ state: 'attached' });
    return page;
  };
  const first = await openPage();
  const list = await first.evaluate(() => window.catalogue.list);
  await first.context().close();
  const stop = async (): Promise<void> => {
    await browser.close();
    await site.stop();
  };
  return { list, openPage, stop };
}

/** `npm run components`, as a process of its own: Vite does not work inside of Jest. */
async function startCommand(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const program = join(checkout, 'scripts/components.ts');
  const command = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(command, 'exit');
  for await (const line of createInterface({ input: command.stdout })) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url === undefined) continue;
    return {
      url,
      stop: async () => {
        command.kill();
        await ended;
      },
    };
  }
  throw new Error('The catalogue could not be built or served; its own words stand above.');
}

/** Shows a state on a page, from nothing; it fails when there is no such state. */
export async function show(page: Page, request: ShowRequest): Promise<void> {
  const isShown = await page.evaluate((asked) => window.catalogue.show(asked), request);
  if (!isShown) throw new Error(`There is no ${JSON.stringify(request)} in the catalogue.`);
}

/** Lets the browser show colours as somebody set them. */
export function showColours(page: Page, mode: ColourMode): Promise<void> {
  return page.emulateMedia({
    colorScheme: mode === 'light' ? 'light' : 'dark',
    forcedColors: mode === 'forced' ? 'active' : 'none',
  });
}

/** The whole frame's states: each fills a screen. */
export function wholeScreens({ components }: CatalogueList): readonly string[] {
  return components.find(({ name }) => name === 'app')?.examples ?? [];
}
