import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { removalSentence } from '../../appservice/domain/desk-words/conversation-words.ts';
import { eventually } from '../ports/eventually.ts';
import { newCaller, pageLimitMs, type Caller } from '../support/caller.ts';
import { moveClock } from '../support/caller-clock.ts';
import type { Card, DeskCounsellor } from '../support/caller-counsellor.ts';
import { query } from '../support/engine-caller-looks.ts';
import { neutralUrl, serveNeutralPage } from '../support/neutral-page.ts';
import { must } from '../support/parsed.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(60_000);

/** The desk tells after a walk through clocks, jobs and encryption. */
const toldLimitMs = 45_000;

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene({ overrides: { development: {} } }));
}, 180_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 60_000);

describe('a conversation that the caller ends or leaves', () => {
  it('says at the desk that the caller ended it, and frees the slot at once', async () => {
    const { caller, roomId, card } = await talking();
    const told = lotte.hear(/is afgelopen/u, toldLimitMs);
    await caller.end();
    await caller.see(caller.texts['ended.caller']);
    expect((await told).body.split('\n')[0]).toBe(
      `Gesprek ${card.caseNumber} is afgelopen: de beller heeft het afgesloten. Dank je wel.`,
    );
    await expect(lotte.removedFrom(roomId)).resolves.toBe(removalSentence('ended'));
    await expect(statusIs(world, 'online')).resolves.toBe(true);
    await caller.close();
  });

  it('leaves quickly by the red button: nothing is left to be seen, and the desk says to send nothing', async () => {
    const { caller, roomId } = await talking();
    await lotte.say(roomId, 'Woorden van de medewerker');
    await caller.see('Woorden van de medewerker');
    const road = Promise.withResolvers<undefined>();
    await serveNeutralPage(caller.context, road.promise);
    const told = lotte.hear(/ging snel weg/u, toldLimitMs);
    await caller.frame.getByRole('link', { name: caller.texts['exit.button'] }).click({ noWaitAfter: true });
    expect((await told).body).toContain('Stuur niets');
    expect(await chatsMarkup(caller)).not.toMatch(/Hallo|Woorden van|class="message/u);
    await expect(statusIs(world, 'online')).resolves.toBe(true);
    road.resolve(undefined);
    await arrivesAtNeutralPage(caller);
    await caller.close();
  });

  it.each([
    ['in the chat', (caller: Caller) => caller.composer.click()],
    ['beside it', (caller: Caller) => caller.page.locator('h1').click()],
  ])(
    'leaves quickly by three presses of Shift %s, and Back leads to a fresh start',
    async (_where, goThere) => {
      const { caller } = await talking('?and-before-it-the-same-page');
      await serveNeutralPage(caller.context);
      const told = lotte.hear(/ging snel weg/u, toldLimitMs);
      await goThere(caller);
      for (let press = 0; press < 3; press += 1) await caller.page.keyboard.press('Shift');
      await arrivesAtNeutralPage(caller);
      expect((await told).body).toContain('Stuur niets');
      await caller.page.goBack({ waitUntil: 'load' });
      expect(caller.page.url()).toBe(world.demoPageUrl);
      expect(await textOfAllFrames(caller)).not.toMatch(/Hallo|class="message/u);
      await caller.open();
      await caller.seeHeading(caller.texts['start.heading']);
      expect(await textOfAllFrames(caller)).not.toMatch(/Hallo|class="message/u);
      await caller.close();
    },
  );

  it('shows nothing any more in the next frame that is painted, and is on its way, without a network', async () => {
    const { caller, roomId } = await talking();
    const told = lotte.hear(/is afgelopen/u, toldLimitMs);
    await caller.context.route('**/api/conversations/leave', (route) => route.abort());
    await caller.context.setOffline(true);
    // The departure hangs, as on a line that is dead without the browser's knowing: nothing else takes the chat out of view.
    const road = Promise.withResolvers<undefined>();
    await serveNeutralPage(caller.context, road.promise);
    const painted = await paintedAfterPress(caller);
    const departure = caller.page.waitForRequest(
      (request) => request.isNavigationRequest() && request.url() === neutralUrl,
    );
    await caller.frame.getByRole('link', { name: caller.texts['exit.button'] }).click({ noWaitAfter: true });
    expect(await painted()).toEqual({ isCovered: true, messages: 0, text: caller.texts['exit.leaving'] });
    expect((await departure).frame()).toBe(caller.page.mainFrame());
    expect(await chatsMarkup(caller)).not.toMatch(/Hallo|class="message/u);
    await passFiveMinutesWithoutContact(roomId);
    // A browser may still get its beacon out; if not, five minutes without connection end it.
    expect((await told).body).toMatch(/ging snel weg|niet meer verbonden/u);
    road.resolve(undefined);
    await caller.close();
  });

  it('ends when the caller has been without connection for five minutes, and frees the slot', async () => {
    const { caller, roomId } = await talking();
    await caller.close();
    const told = lotte.hear(/is afgelopen/u, toldLimitMs);
    await passFiveMinutesWithoutContact(roomId);
    expect((await told).body).toContain('niet meer verbonden');
    await expect(lotte.removedFrom(roomId)).resolves.toBe(removalSentence('ended'));
    await expect(statusIs(world, 'online')).resolves.toBe(true);
  });
});

/** Moves the clock once for each last contact: a request that was under way when the browser closed may count after that. */
async function passFiveMinutesWithoutContact(roomId: string): Promise<void> {
  let passedFor: unknown;
  await eventually(async () => {
    const [row] = await query(
      world,
      'SELECT phase_name, last_contact_at FROM conversations WHERE room_id = $1',
      {
        values: [roomId],
      },
    );
    if (row?.['phase_name'] === 'ended') return true;
    if (row?.['last_contact_at'] !== passedFor) await moveClock(world, 301);
    passedFor = row?.['last_contact_at'];
    return false;
  }, 30_000);
}

/** Chat and host page both leave, whichever is first, so that one of the two departures is broken off. */
async function arrivesAtNeutralPage(caller: Caller): Promise<void> {
  await eventually(() => caller.page.url() === neutralUrl, pageLimitMs);
}

/** What stands in the chat while the page around it is on its way to elsewhere. */
function chatsMarkup(caller: Caller): Promise<string> {
  const frame = must(caller.page.frames()[1], 'the frame of the chat');
  return frame.evaluate('document.documentElement.outerHTML');
}

/** Looks from now on; asked afterwards, tells what is in the chat when the browser paints the first frame after a press. */
async function paintedAfterPress({ page }: Caller) {
  const frame = must(page.frames()[1], 'the frame of the chat');
  // In an object: a promise by itself would be waited for here.
  const looking = await frame.evaluateHandle(() => {
    const look = () => ({
      isCovered: document.querySelector<HTMLElement>('#cover')?.hidden === false,
      messages: document.querySelectorAll('.message').length,
      text: document.body.innerText.trim(),
    });
    const painted = new Promise<ReturnType<typeof look>>((resolve) => {
      const paint = (): void => {
        requestAnimationFrame(() => {
          resolve(look());
        });
      };
      addEventListener('click', paint, { capture: true, once: true });
    });
    return { painted };
  });
  return () => looking.evaluate(({ painted }) => painted);
}

async function textOfAllFrames(caller: Caller): Promise<string> {
  const pages = caller.page.frames().map((frame) => frame.content().catch(() => ''));
  return (await Promise.all(pages)).join('\n');
}

async function statusIs({ publicUrl }: World, state: string): Promise<boolean> {
  const isSo = async (): Promise<boolean> => {
    const answer = await fetch(`${publicUrl}/api/status`);
    return ((await answer.json()) as { state: string }).state === state;
  };
  await eventually(isSo);
  return isSo();
}

/** A caller and Lotte in the room, past the first words; `address` goes on from the page that was opened before. */
async function talking(address = ''): Promise<{ caller: Caller; card: Card; roomId: string }> {
  const caller = await newCaller(browser, world);
  if (address !== '') await caller.page.goto(`${world.demoPageUrl}${address}`);
  await caller.open();
  const ringing = lotte.nextCard();
  await caller.start();
  const card = await ringing;
  const roomId = await lotte.enter(card);
  await caller.write('Hallo');
  await lotte.read(roomId, 'Hallo');
  return { caller, card, roomId };
}
