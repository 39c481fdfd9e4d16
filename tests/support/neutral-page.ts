import type { BrowserContext } from 'playwright-core';

/** The page that every way out leads to when nothing else is configured (S3); in the tests' own words, not the code's. */
export const neutralUrl = 'https://www.wikipedia.org/';

/** Answers in its place: the tests leave this machine for nothing. With `until`, only once that is settled. */
export async function serveNeutralPage(context: BrowserContext, until?: Promise<unknown>): Promise<void> {
  await context.route(neutralUrl, async (route) => {
    await until;
    await route.fulfill({ contentType: 'text/html', body: '<title>neutraal</title><p>neutraal</p>' });
  });
}
