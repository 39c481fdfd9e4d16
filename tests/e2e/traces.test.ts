import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../ports/eventually.ts';
import { callerIn, type Caller } from '../support/caller.ts';
import { startOnDuty, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { furnishHostPage, historyLength, hostPageNow } from '../support/host-storage.ts';
import { talkMarked } from '../support/marked-conversation.ts';
import { startMarkingSite, type MarkingSite } from '../support/marking-site.ts';
import { newProfileFolder, removeProfile, startProfileBrowser } from '../support/profile-browser.ts';
import { startWorld, type World } from '../support/world.ts';
import { profileHolds } from './profile-search.ts';
import type { Finds } from './secrecy-search.ts';

jest.setTimeout(60_000);

let site: MarkingSite;
let world: World;
let lotte: DeskCounsellor;

beforeAll(async () => {
  site = await startMarkingSite();
  const overrides = { contact: { exitUrl: site.neutralUrl } };
  world = await startWorld({ hasAppservice: true, wishes: { overrides } });
  lotte = await startOnDuty(world, 'Lotte');
}, 60_000);

afterAll(async () => {
  await lotte.stop();
  await world.stop();
  site.stop();
}, 30_000);

/** A way to stop, and what the desk says of it. */
type Way = { readonly told: RegExp; readonly go: (caller: Caller) => Promise<unknown> };

const ways: readonly (readonly [string, Way])[] = [
  [
    'an end',
    {
      told: /heeft het afgesloten/u,
      go: async (caller) => {
        await caller.end();
        await caller.seeHeading(caller.texts['ended.heading']);
      },
    },
  ],
  [
    'a quick exit in the chat',
    {
      told: /ging snel weg/u,
      go: async ({ frame, texts, page }) => {
        await frame.getByRole('link', { name: texts['exit.button'] }).click({ noWaitAfter: true });
        await eventually(() => page.url() === site.neutralUrl);
      },
    },
  ],
  [
    'a quick exit in the host page',
    {
      told: /ging snel weg/u,
      go: async ({ page }) => {
        await page.locator('h1').click();
        for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
        await eventually(() => page.url() === site.neutralUrl);
      },
    },
  ],
];

/**
 * The one thing that may be found: the library keeps the random name of the session's account in the clear, as a key of its table
 * of tracked users, and LevelDB takes a deleted row out of its file only when it next rewrites that. The name leads to nobody.
 */
const accountMark = 'account of the caller';

describe.each(ways)('after %s', (_name, way) => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await travel(way);
  }, 180_000);

  it('no file of the browser holds a word, a name, a key or a token, and each kind of file was looked into', () => {
    const finds = Object.keys(journey.finds).filter((name) => name !== accountMark);
    expect(finds.toSorted()).toEqual(Object.keys(site.marks).toSorted());
  });

  it('what the host page keeps in the browser is as it was, and so is its place in the history', () => {
    expect(journey.after).toEqual(journey.before);
  });

  it('who comes back within five minutes begins anew', () => {
    expect(journey.again).toEqual({ isFresh: true, cookies: [] });
  });
});

type HostPage = Awaited<ReturnType<typeof hostPageNow>> & { readonly entries: number };

type Journey = {
  readonly before: HostPage;
  readonly after: HostPage;
  readonly finds: Finds;
  readonly again: { readonly isFresh: boolean; readonly cookies: readonly string[] };
};

/** A whole conversation in a browser of its own, one way to stop, and a browser that is closed and started again. */
async function travel(way: Way): Promise<Journey> {
  const folder = newProfileFolder();
  try {
    const first = await startProfileBrowser(folder);
    await site.mark(first.context);
    const caller = await callerIn(first.context, world);
    await furnishHostPage(caller.page);
    const entries = await historyLength(caller.page);
    const before = { ...(await hostPageNow(caller.page)), entries };
    await caller.open();
    const { needles } = await talkMarked(caller, lotte);
    await first.flushCookies(); // else nothing of ours may have been on the disk yet
    const told = lotte.hear(way.told, 45_000);
    await way.go(caller);
    await told;
    const entriesAfter = await historyLength(caller.page);
    if (caller.page.url() !== world.demoPageUrl) await caller.page.goto(world.demoPageUrl);
    const after = { ...(await hostPageNow(caller.page)), entries: entriesAfter };
    await first.close();
    const finds = profileHolds(folder, { ...needles, ...site.marks });
    return { before, after, finds, again: await comeBack(folder) };
  } finally {
    removeProfile(folder);
  }
}

async function comeBack(folder: string): Promise<Journey['again']> {
  const browser = await startProfileBrowser(folder);
  const { context } = browser;
  const caller = await callerIn(context, world);
  await caller.open();
  const isFresh = await caller.seeHeading(caller.texts['start.heading']);
  const cookies = await context.cookies(world.publicUrl);
  await browser.close();
  return { isFresh, cookies: cookies.map(({ name }) => name).filter((name) => name !== 'site') };
}
