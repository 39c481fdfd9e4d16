import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { newCaller, type Caller } from '../support/caller.ts';
import { moveClock } from '../support/caller-clock.ts';
import { startOnDuty, type DeskCounsellor } from '../support/caller-counsellor.ts';
import type { World } from '../support/world.ts';
import { closeChatScene, openChatScene } from '../support/worlds/chat-scene.ts';

jest.setTimeout(120_000);

const eightHours = 8 * 60 * 60;

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;

beforeAll(async () => {
  ({ world, browser, lotte } = await openChatScene({ overrides: { development: {} } }));
}, 60_000);

afterAll(() => closeChatScene({ world, browser, lotte }), 30_000);

/** A caller in conversation with a counsellor; all of them come from the address of this machine. */
async function talkingWith(counsellor: DeskCounsellor) {
  const caller = await newCaller(browser, world);
  await caller.open();
  const ring = counsellor.nextCard();
  await caller.start();
  await caller.write('Hallo daar');
  const card = await ring;
  const roomId = await counsellor.enter(card);
  await counsellor.read(roomId, 'Hallo daar');
  await counsellor.say(roomId, 'Dag, vertel maar');
  await caller.see('Dag, vertel maar');
  return { caller, roomId, caseNumber: card.caseNumber };
}

/** Presses the start, whatever comes of it; tells what the service answered. */
async function pressStart(caller: Caller): Promise<number> {
  const answer = caller.page.waitForResponse('**/api/conversations');
  await caller.press('start.button');
  await caller.press('intake.skip');
  return (await answer).status();
}

/** What somebody else behind the same address gets who presses the start. */
async function startOfAnother(): Promise<readonly [number, string]> {
  const another = await newCaller(browser, world);
  await another.open();
  const status = await pressStart(another);
  await another.heading.waitFor();
  const shown = await another.shown();
  await another.close();
  return [status, shown];
}

describe('a caller who is blocked in the midst of a conversation', () => {
  let caller: Caller;

  beforeAll(async () => {
    ({ caller } = await talkingWith(lotte));
    await caller.composer.fill('Nog niet verstuurd');
    await lotte.command('!blokkeer bedreigingen', /^Gesprek \d+ is gedaan\..*deze internetverbinding/u);
    await caller.seeHeading(caller.texts['blocked.heading']);
  }, 120_000);

  afterAll(() => caller.close());

  it('sees other help at once, with what was not sent, and neither reason nor name nor question (R36)', async () => {
    const shown = await caller.shown();
    await expect(caller.frame.getByRole('textbox').inputValue()).resolves.toBe('Nog niet verstuurd');
    expect(shown).not.toMatch(/blok|bedreiging|reden|Lotte|8 uur|vertel maar/iu);
    const links = await caller.frame
      .getByRole('link')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    expect(links).toEqual(expect.arrayContaining(['tel:101', 'tel:112', 'tel:1712']));
    expect(links.some((each) => each?.startsWith('mailto:'))).toBe(true);
  });

  it('keeps a cookie for eight hours, by which the browser is known', async () => {
    const [cookie] = await caller.context.cookies();
    const hoursLeft = ((cookie?.expires ?? 0) - Date.now() / 1_000) / 3_600;
    expect(hoursLeft).toBeGreaterThan(7.9);
    expect(hoursLeft).toBeLessThanOrEqual(8);
  });

  it('is refused when they start again, and so is whoever comes from the same line', async () => {
    await caller.page.reload({ waitUntil: 'load' });
    await caller.open();
    await expect(pressStart(caller)).resolves.toBe(403);
    await caller.seeHeading(caller.texts['blocked.heading']);
    const [status, shown] = await startOfAnother();
    expect([status, shown]).toEqual([403, expect.stringContaining(caller.texts['blocked.heading'])]);
  });

  it('sees the chat open all the same, as everybody does: the status tells nothing', async () => {
    const answer = await fetch(`${world.publicUrl}/api/status`);
    expect(await answer.json()).toMatchObject({ state: 'online' });
  });

  it('chats as before after eight hours', async () => {
    await moveClock(world, eightHours);
    await lotte.command('!aan', /^Je staat aan/u);
    await caller.page.reload({ waitUntil: 'load' });
    await caller.open();
    const ring = lotte.nextCard();
    await expect(pressStart(caller)).resolves.toBe(201);
    const roomId = await lotte.enter(await ring);
    await caller.write('Hallo weer');
    await lotte.read(roomId, 'Hallo weer');
    await lotte.say(roomId, 'Dag opnieuw');
    await caller.see('Dag opnieuw');
    await caller.end();
  });
});

describe('a caller behind whose line somebody else is in conversation', () => {
  let jef: DeskCounsellor;

  beforeAll(async () => {
    jef = await startOnDuty(world, 'Jef');
  }, 60_000);

  afterAll(() => jef.stop());

  it('is blocked alone, until the counsellor chooses otherwise; the other conversation goes on', async () => {
    const first = await talkingWith(lotte);
    const second = await talkingWith(jef);
    const asked = lotte.hear(/^Gesprek \d+: er is nog een gesprek vanaf dezelfde internetverbinding/u);
    await lotte.command(
      `!blokkeer ${first.caseNumber} bedreigingen`,
      /^Gesprek \d+ is gedaan\..*dit toestel;/u,
    );
    const question = await asked;
    expect(question.isMention).toBe(true);
    await first.caller.seeHeading(first.caller.texts['blocked.heading']);
    await lotte.command('!aan', /^Je staat aan/u);
    const chosen = lotte.hear(/^\*? ?✅ Gesprek \d+: de internetverbinding is ook geblokkeerd/u);
    await lotte.counsellor.call('react', question.roomId, question.eventId, '✅');
    await chosen;
    const [status] = await startOfAnother();
    expect(status).toBe(403);
    await jef.say(second.roomId, 'Wij praten gewoon verder');
    await expect(second.caller.see('Wij praten gewoon verder')).resolves.toBe(true);
    await Promise.all([first.caller.close(), second.caller.close()]);
  });
});
