import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { eventually } from '../ports/eventually.ts';
import { startBrowser } from '../support/browser.ts';
import { newCaller, type Caller } from '../support/caller.ts';
import { moveClock } from '../support/caller-clock.ts';
import { startDeskCounsellor, type Card, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(60_000);

let world: World;
let browser: Browser;
let lotte: DeskCounsellor;
let jef: DeskCounsellor;
let annelies: DeskCounsellor;
let teamOfLimburg: string;
let teamOfAntwerpen: string;
const callers: Caller[] = [];

beforeAll(async () => {
  [world, browser] = await Promise.all([
    startWorld({ hasAppservice: true, wishes: { overrides: { development: {} } } }),
    startBrowser(),
  ]);
  [lotte, jef, annelies] = await Promise.all([
    startDeskCounsellor(world, 'Lotte'),
    startDeskCounsellor(world, 'Jef'),
    startDeskCounsellor(world, 'Annelies'),
  ]);
  [teamOfLimburg, , teamOfAntwerpen] = await Promise.all([
    lotte.enterTeamDesk(),
    jef.enterTeamDesk(),
    annelies.enterTeamDesk(),
  ]);
}, 120_000);

afterAll(async () => {
  await Promise.all([lotte.stop(), jef.stop(), annelies.stop(), browser.close()]);
  await world.stop();
}, 30_000);

/** Everybody is on duty, Lotte idle for the longest time, Annelies for the shortest. */
beforeEach(async () => {
  const everybody = [lotte, jef, annelies];
  await Promise.all(everybody.map((each) => each.command('!uit', /^Je staat uit/u)));
  for (const each of everybody) await each.command('!aan', /^Je staat aan/u);
});

/** Ends what still runs, so that the next test finds everybody free. */
afterEach(async () => {
  for (const caller of callers.splice(0)) {
    await caller.end();
    await caller.see(caller.texts['ended.caller']);
    await caller.close();
  }
});

describe('the next one', () => {
  it('rings when the first one presses the cross', async () => {
    const { card } = await callerWhoRings(lotte);
    const next = jef.nextCard();
    const passed = lotte.hear(/^✖ Je gaf/u);
    await lotte.react(card, '✖');
    expect(await next).toMatchObject({ caseNumber: card.caseNumber, isMention: true });
    expect((await passed).edits).toBe(card.eventId);
  });

  it('rings when the first one has not answered for 30 seconds, who is paused and told so', async () => {
    const { card } = await callerWhoRings(lotte);
    const next = jef.nextCard();
    const paused = lotte.hear(/^Je kon niet op tijd opnemen/u);
    const missed = lotte.hear(/^Gemist: gesprek/u);
    await moveClock(world, 31);
    expect(await next).toMatchObject({ caseNumber: card.caseNumber });
    expect((await paused).body).toContain('pauze');
    expect((await missed).edits).toBe(card.eventId);
  });

  it('is of another province, and is told so, when nobody of the own one is left', async () => {
    await jef.command('!pauze', /^Je hebt pauze/u);
    const { card } = await callerWhoRings(lotte);
    const next = annelies.nextCard();
    await lotte.command('!niet', /^Oké, we vragen gesprek/u);
    const rung = await next;
    expect(rung.caseNumber).toBe(card.caseNumber);
    expect(rung.body).toContain('regio Limburg (andere provincie)');
  });
});

describe('a caller who waits', () => {
  it('lies on a card in the team desk rooms from 60 seconds on, tagged where it is not the own province', async () => {
    const { caller, card } = await callerWhoRings(lotte);
    const own = lotte.nextTeamCard(teamOfLimburg);
    const others = annelies.nextTeamCard(teamOfAntwerpen);
    await moveClock(world, 61);
    expect(await own).toMatchObject({ caseNumber: card.caseNumber, isMention: false });
    expect((await own).body).not.toContain('andere provincie');
    const tagged = await others;
    expect(tagged.body).toContain('regio Limburg (andere provincie)');
    const room = await annelies.enter(tagged);
    await caller.write('Eindelijk');
    await expect(annelies.read(room, 'Eindelijk')).resolves.toMatchObject({ roomId: room });
  });

  it('is told after 180 seconds that it takes long, with mail and telephone, and keeps what was typed', async () => {
    const { caller, card } = await callerWhoRings(lotte);
    await caller.write('Mijn woorden');
    await caller.composer.fill('Nog niet af');
    await moveClock(world, 100);
    await moveClock(world, 81);
    await expect(caller.see(caller.texts['line.takes-long'])).resolves.toBe(true);
    expect(await caller.log.locator('a[href="tel:1712"]').count()).toBe(1);
    expect(await caller.log.locator('a[href="mailto:demo@example.org"]').count()).toBe(1);
    await expect(caller.composer.inputValue()).resolves.toBe('Nog niet af');
    await expect(caller.seeMark('Mijn woorden', 'held')).resolves.toBe(true);
    await lotte.command('!aan', /^Je staat aan/u);
    await lotte.command(`!neem ${card.caseNumber}`, /^✅ Jij neemt gesprek/u);
    await expect(caller.seeHeading(caller.texts['phase.taken'])).resolves.toBe(true);
  });

  it('goes to somebody else when who took is not in the room after 30 seconds', async () => {
    const { caller, card } = await callerWhoRings(lotte);
    const { roomId } = await lotte.take(card);
    await caller.seeHeading(caller.texts['phase.taken']);
    const told = lotte.hear(/gaat naar iemand anders: je nam het/u);
    const next = jef.nextCard();
    await moveClock(world, 31);
    expect((await told).body).toContain(card.caseNumber);
    await expect(lotte.removedFrom(roomId)).resolves.toContain('iemand anders');
    expect((await next).caseNumber).toBe(card.caseNumber);
    await expect(caller.see(caller.texts['line.returned'])).resolves.toBe(true);
  });

  it('goes to somebody else when who took declines the invitation', async () => {
    const { card } = await callerWhoRings(lotte);
    const { roomId } = await lotte.take(card);
    const next = jef.nextCard();
    await lotte.counsellor.call('leave', roomId);
    expect((await next).caseNumber).toBe(card.caseNumber);
  });

  it('has a silent counsellor nudged after two minutes, and goes to somebody else after three', async () => {
    const { caller, card } = await callerWhoRings(lotte);
    const room = await lotte.enter(card);
    await caller.write('Is daar iemand?');
    await lotte.read(room, 'Is daar iemand?');
    const nudge = lotte.hear(/wacht iemand op je eerste woord/u);
    await moveClock(world, 121);
    expect(await nudge).toMatchObject({ isMention: true });
    const told = lotte.hear(/gaat naar iemand anders: je was in de kamer/u);
    const next = jef.nextCard();
    await moveClock(world, 60);
    expect((await told).body).toContain(card.caseNumber);
    await expect(lotte.removedFrom(room)).resolves.toContain('iemand anders');
    const second = await next;
    const sameRoom = await jef.enter(second);
    expect(sameRoom).toBe(room);
    await caller.write('Hallo Jef');
    await expect(jef.read(room, 'Hallo Jef')).resolves.toMatchObject({ roomId: room });
    await expect(caller.seeHeading(caller.texts['phase.joined-vk'])).resolves.toBe(true);
  });
});

describe('a conversation room', () => {
  it('is left at once by a stranger who was invited into it', async () => {
    const { caller, card } = await callerWhoRings(lotte);
    const room = await lotte.enter(card);
    await caller.seeHeading(caller.texts['phase.joined-caw']);
    const callerId = (await membersOf(room)).find((member) => member.startsWith('@1712_caller_')) ?? '';
    const stranger = '@dirk:localhost';
    await asService(`rooms/${room}/invite`, callerId, { user_id: stranger });
    const isGone = async (): Promise<boolean> => {
      const state = await asService(`rooms/${room}/state/m.room.member/${stranger}`, '@1712:localhost');
      return (state as { membership?: string }).membership === 'leave';
    };
    await eventually(isGone);
    expect((await membersOf(room)).sort()).toEqual(['@1712:localhost', callerId, lotte.userId].sort());
  });
});

/** A caller from Limburg whose card rings with somebody. */
async function callerWhoRings(somebody: DeskCounsellor): Promise<{ caller: Caller; card: Card }> {
  const caller = await newCaller(browser, world);
  callers.push(caller);
  await caller.open();
  const ringing = somebody.nextCard();
  await caller.start({ postcode: '3500' });
  return { caller, card: await ringing };
}

async function membersOf(room: string): Promise<string[]> {
  const answer = await asService(`rooms/${room}/joined_members`, '@1712:localhost');
  return Object.keys((answer as { joined: object }).joined);
}

/** Asks the homeserver in the name of one of the service's own people, beside the service. */
async function asService(path: string, userId: string, body?: object): Promise<unknown> {
  const url = `${world.homeserverUrl}/_matrix/client/v3/${path}?user_id=${encodeURIComponent(userId)}`;
  const answer = await fetch(url, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${world.asToken}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return answer.json();
}
