import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { startBrowser } from '../support/browser.ts';
import { buttonWords, newCaller, seen, type Caller } from '../support/caller.ts';
import { moveClockTo } from '../support/caller-clock.ts';
import { startDeskCounsellor, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

/** A Thursday, half an hour before the opening at 17:00 (R9). */
const startAt = '2027-05-20T16:30:00+02:00';

const atStart = (context: BrowserContext): Promise<void> => context.clock.setFixedTime(startAt);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let caller: Caller;

beforeAll(async () => {
  [world, browser] = await Promise.all([
    startWorld({ hasAppservice: true, wishes: { hours: 'real', startAt } }),
    startBrowser(),
  ]);
  lotte = await startDeskCounsellor(world, 'Lotte');
  caller = await newCaller(browser, world, { prepare: atStart });
  await caller.open();
}, 120_000);

afterAll(async () => {
  await Promise.all([lotte.stop(), browser.close()]);
  await world.stop();
}, 30_000);

describe('the opening hours, on the wall clock of Brussels', () => {
  it('are shown before the opening, with the time of the next one', async () => {
    await expect(caller.seeHeading(caller.texts['offline.closedHeading'])).resolves.toBe(true);
    await expect(caller.see('We openen vandaag om 17 uur.')).resolves.toBe(true);
  });

  it('keep a conversation from starting while it is closed, whatever a page sends', async () => {
    const answer = await fetch(`${world.publicUrl}/api/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        requestSecret: 'A'.repeat(43),
        province: null,
        nickname: null,
        language: 'nl',
        noticeVersion: '1',
      }),
    });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({ errcode: 'HELPLINE_OFFLINE' });
  });

  it('open at five: open pages follow within ten seconds once somebody is on duty', async () => {
    await moveClockTo(world, '2027-05-20T17:00:01+02:00');
    await lotte.command('!aan', /^Je staat aan/u);
    await expect(caller.seeHeading(caller.texts['start.heading'], 10_000)).resolves.toBe(true);
  });

  it('close at seven: a conversation that runs goes on, duty ends, and no new one starts', async () => {
    await moveClockTo(world, '2027-05-20T18:58:00+02:00');
    const ringing = lotte.nextCard();
    await caller.start();
    const roomId = await lotte.enter(await ringing);
    await caller.write('Voor zeven');
    await lotte.read(roomId, 'Voor zeven');
    await lotte.say(roomId, 'Dag');
    await caller.see('Dag');
    const offDuty = lotte.hear(/^Het is sluitingstijd/u);
    await moveClockTo(world, '2027-05-20T19:00:01+02:00');
    expect((await offDuty).body).toContain('gewoon door');
    await caller.write('Na zeven');
    await expect(lotte.read(roomId, 'Na zeven')).resolves.toMatchObject({ roomId });
    const late = await newCaller(browser, world, { prepare: atStart });
    await expect(seen(late.button.getByText(buttonWords.offline))).resolves.toBe(true);
    await late.open();
    await late.see(late.texts['offline.closedHeading']);
    await expect(late.see('We openen dinsdag om 17 uur.')).resolves.toBe(true);
  });
});
