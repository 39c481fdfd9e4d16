import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { startWitness, type Witness, type WitnessedRequest } from '../support/browser-witness.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import type { DeskCounsellor } from '../support/caller-counsellor.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

const words = 'Bliksemafleider';
const nickname = 'Regenboogje';

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let witness: Witness;
let caller: Caller;
/** All that left the browser of a whole conversation, from the host page to the end. */
let journey: readonly WitnessedRequest[] = [];

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene());
}, 120_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

beforeEach(async () => {
  witness = await startWitness();
});

afterEach(async () => {
  await caller.close();
  witness.stop();
});

describe('what leaves the browser when encryption works', () => {
  it('is the nickname and the province in clear, and never the words, the age or the postcode', async () => {
    caller = await callerBehindWitness();
    await caller.open();
    const ringing = lotte.nextCard();
    await caller.start({ nickname, age: '87', postcode: '3583' });
    await caller.write(words);
    const roomId = await lotte.enter(await ringing);
    await lotte.read(roomId, words);
    await lotte.read(roomId, /Leeftijd: 87 jaar/u);
    const sent = witness.requests.map(({ url, body }) => `${url}\n${body}`).join('\n');
    expect(sent).toContain('"province":"limburg"');
    expect(sent).toContain('m.megolm.v1.aes-sha2');
    expect(sent).not.toMatch(/Bliksemafleider|3583|Leeftijd|"87"|:87[,}]/u);
    expect(mentionsOf(nickname)).toEqual(['POST /api/conversations']);
    await caller.end();
    await caller.see(caller.texts['ended.caller']);
    journey = witness.requests;
  });

  it('goes to the host page and to our own origin, and to nobody else (S19, R82)', () => {
    const places = new Set(
      journey.map(({ method, url }) => (method === 'CONNECT' ? url : new URL(url).origin)),
    );
    expect([...places].sort()).toEqual([new URL(world.demoPageUrl).origin, world.publicUrl].sort());
  });
});

describe('encryption that cannot start', () => {
  it.each<[string, (context: BrowserContext) => Promise<unknown>]>([
    ['because the WASM cannot be had', (context) => context.route('**/*.wasm', (route) => route.abort())],
    [
      'because the WASM is damaged',
      (context) =>
        context.route('**/*.wasm', (route) =>
          route.fulfill({ contentType: 'application/wasm', body: Buffer.from('0061736d01000000ff', 'hex') }),
        ),
    ],
    ['because there is no WebAssembly', withoutWebAssembly],
  ])('%s: the page says so, offers the other doors, and nothing typed leaves', async (_why, prepare) => {
    caller = await callerBehindWitness(prepare);
    await caller.open();
    await goOnAsFarAsPossible();
    await expect(caller.seeHeading(caller.texts['failed.heading'])).resolves.toBe(true);
    await expect(caller.see(caller.texts['failed.nothingSent'])).resolves.toBe(true);
    for (const door of ['tel:1712', 'mailto:demo@example.org', 'tel:101', 'tel:112']) {
      expect(await caller.frame.locator(`a[href="${door}"]`).first().isVisible()).toBe(true);
    }
    expect(sentAnything()).toEqual([]);
    expect(await caller.composer.count()).toBe(0);
  });

  it('keeps what was typed, to be copied, and tells the service nothing, when it fails after the press', async () => {
    const road = Promise.withResolvers<undefined>();
    caller = await callerBehindWitness((context) =>
      context.route('**/*.wasm', async (route) => {
        await road.promise;
        await route.abort();
      }),
    );
    await caller.open();
    await caller.start({ nickname });
    await caller.write(words);
    await caller.seeMark(words, 'held');
    road.resolve(undefined);
    await caller.seeHeading(caller.texts['failed.heading']);
    await expect(caller.frame.locator('#kept-words').inputValue()).resolves.toBe(words);
    expect(sentAnything()).toEqual([]);
  });
});

function callerBehindWitness(prepare?: (context: BrowserContext) => Promise<unknown>): Promise<Caller> {
  return newCaller(browser, world, {
    proxy: witness.address,
    ...(prepare === undefined ? {} : { prepare }),
  });
}

/** Presses on, and types, until the page stops it: where that happens depends on how soon the failure is known. */
async function goOnAsFarAsPossible(): Promise<void> {
  const failed = caller.frame.getByRole('heading', { level: 1, name: caller.texts['failed.heading'] });
  await caller.press('start.button');
  await failed.or(caller.frame.getByLabel(caller.texts['intake.nickname'], { exact: true })).waitFor();
  if (await failed.isVisible()) return;
  await Promise.race([caller.press('intake.skip').catch(() => failed.waitFor()), failed.waitFor()]);
  await failed.or(caller.composer).waitFor();
  if (await caller.composer.isVisible()) await caller.write(words).catch(() => undefined);
}

/** Every request to the service that carries something: a caller whose browser cannot encrypt only ever asks. */
function sentAnything(): readonly string[] {
  return witness.requests
    .filter(({ method, url, body }) => url.startsWith(world.publicUrl) && (method !== 'GET' || body !== ''))
    .map(({ method, url }) => `${method} ${url}`);
}

/** Where these words went, as method and path. */
function mentionsOf(given: string): readonly string[] {
  return witness.requests
    .filter(({ url, body }) => url.includes(given) || body.includes(given))
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}

/** The worker's own script is served without WebAssembly: an init script would reach pages only. */
async function withoutWebAssembly(context: BrowserContext): Promise<void> {
  await context.route('**/widget/a/main-*.js', async (route) => {
    const answer = await route.fetch();
    const body = `delete globalThis.WebAssembly;\n${await answer.text()}`;
    await route.fulfill({ response: answer, body });
  });
}
