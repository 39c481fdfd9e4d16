import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import type { CounsellorEvent } from '../../scripts/counsellor/events.ts';
import { eventually } from '../ports/eventually.ts';
import { sourceFiles } from '../support/source-files.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import {
  accept,
  cardsOf,
  command,
  leftUnreadable,
  nextWords,
  openCard,
  openCounsellor,
  pressHand,
  wordsIn,
} from '../support/engine-caller-desk.ts';
import {
  bodiesInOrder,
  caseNumberOf,
  count,
  devicesOf,
  invitedDesk,
  useUpOneTimeKeys,
} from '../support/engine-caller-looks.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import {
  endTalk,
  hearsWords,
  requestsLike,
  takeTalk,
  type BrowserRequest,
  type Talk,
} from '../support/engine-caller-talk.ts';
import { startNioCounsellor, type NioNews } from '../support/nio-counsellor.ts';
import { startWorld, type World } from '../support/world.ts';

const limitMs = 120_000;

/** A caller who waits is rung for within a tick of the dispatcher and the sending of a card. */
const dispatchedWithinMs = 4_000;

let world: World;
let annelies: TestCounsellor;
let callers: CallersProcess;
const closing: (() => Promise<void>)[] = [];
const talks: Talk[] = [];

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  annelies = await openCounsellor(world, 'Annelies');
  callers = startCallers(world.publicUrl);
  await command(annelies, '!aan', /^Je staat aan/);
}, limitMs);

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  for (const { caller } of talks.splice(0)) caller.order({ kind: 'end' });
  const open = "SELECT count(*) FROM conversations WHERE phase_name <> 'ended'";
  await eventually(async () => (await count(world, open)) === 0, 20_000);
}, limitMs);

afterAll(async () => {
  await callers.stop();
  await annelies.kill();
  await world.stop();
}, limitMs);

/** A caller who waits, with the first words already typed. */
async function openWaiting(name: string, firstWords: string | null): Promise<Talk> {
  const caller = callers.caller(name);
  if (firstWords !== null) caller.say(firstWords);
  const { roomId, userId } = await caller.start();
  const talk = { caller, roomId, userId };
  talks.push(talk);
  return talk;
}

function bodiesIn(roomId: string): Promise<readonly string[]> {
  return bodiesInOrder(world, roomId, wordsIn(annelies, roomId));
}

/** What carries words or the keys to them. */
const carriers = /\/sendToDevice\/m\.room\.encrypted\/|\/send\/m\.room\.encrypted\//;

test(
  'a counsellor whose device is not signed is told what is missing, in words they can read, and is not on duty',
  async () => {
    const bram = await startNioCounsellor(world, 'Bram');
    closing.push(() => bram.stop());
    const userId = `@bram:${world.serverName}`;
    const desk = await invitedDesk(world, userId);
    await bram.enter(desk);
    bram.say(desk, '!aan');
    const isAnswer = (news: NioNews): boolean =>
      news.kind === 'words' && news.roomId === desk && news.body !== '!aan';
    const answer = await bram.until('answer', isAnswer);
    expect(answer).toMatchObject({
      body: expect.stringMatching(/^Je kan nog niet aan: je account heeft nog geen/),
    });
    expect(answer).toMatchObject({ body: expect.stringContaining('Instellingen → Versleuteling') });
    expect(await count(world, 'SELECT count(*) FROM duties WHERE counsellor = $1', [userId])).toBe(0);
  },
  limitMs,
);

test(
  'a second device of the counsellor that is not signed (matrix-nio) gets no key, while the signed one reads all',
  async () => {
    const nio = await startNioCounsellor(world, 'Annelies');
    closing.push(() => nio.stop());
    const talk = await openWaiting('nio', 'eerste woorden');
    const { caller, roomId } = talk;
    await takeTalk(world, annelies, talk);
    await hearsWords(annelies, roomId, 'eerste woorden');
    await annelies.call('say', roomId, 'dag');
    await caller.untilHeard('dag');
    caller.say('tweede woorden');
    await hearsWords(annelies, roomId, 'tweede woorden');
    for (const { eventId } of wordsIn(annelies, roomId)) {
      await nio.until('unreadable', (news) => news.kind === 'unreadable' && news.eventId === eventId);
    }
    expect(
      nio.news.filter((news) => 'roomId' in news && news.roomId === roomId && news.kind !== 'unreadable'),
    ).toEqual([]);
    expect(requestsLike(talk, carriers).length).toBeGreaterThan(0);
    expect(requestsLike(talk, carriers).filter(({ body }) => body.includes(nio.deviceId))).toEqual([]);
    expect(await devicesOf(world, annelies.userId)).toContain(nio.deviceId);
    await endTalk(annelies, talk);
  },
  limitMs,
);

test(
  'a counsellor is rung only when the browser of the caller can read, and what they write first is read',
  async () => {
    const caller = callers.caller('slow');
    const { roomId, userId } = await caller.start({ isSlow: true });
    const talk = { caller, roomId, userId };
    talks.push(talk);
    await pause(dispatchedWithinMs);
    const caseNumber = await caseNumberOf(world, roomId);
    expect(cardsOf(annelies, caseNumber)).toEqual([]);
    caller.order({ kind: 'set-up-keys' });
    await takeTalk(world, annelies, talk);
    await annelies.waitFor('entered', (event) => event.roomId === roomId);
    await annelies.call('say', roomId, 'ik ben er al');
    await caller.untilHeard('ik ben er al');
    expect(caller.told().filter(({ kind }) => kind === 'unreadable')).toEqual([]);
    await endTalk(annelies, talk);
  },
  limitMs,
);

test(
  'a counsellor who refused the invitation and takes the conversation back is read, and reads',
  async () => {
    const talk = await openWaiting('taken back', 'ben je daar');
    const { caller, roomId } = talk;
    const caseNumber = await caseNumberOf(world, roomId);
    await pressHand(annelies, await openCard(annelies, caseNumber));
    await annelies.waitFor('invitation', (event) => event.roomId === roomId);
    const seen = annelies.events.length;
    await annelies.call('leave', roomId);
    await annelies.waitFor('removed', (event) => event.roomId === roomId);
    await nextWords(annelies, seen, new RegExp(caseNumber));
    await annelies.command(`!neem ${caseNumber}`);
    const isAgain = (event: CounsellorEvent): boolean => annelies.events.indexOf(event) > seen;
    await annelies.waitFor('invitation', (event) => event.roomId === roomId && isAgain(event));
    await annelies.call('join', roomId);
    await annelies.waitFor('entered', (event) => event.roomId === roomId);
    await hearsWords(annelies, roomId, 'ben je daar');
    await annelies.call('say', roomId, 'daar ben ik weer');
    await caller.untilHeard('daar ben ik weer');
    expect(await leftUnreadable(annelies, seen)).toEqual([]);
    await endTalk(annelies, talk);
  },
  limitMs,
);

test(
  'the own keys are asked for once more after signing, nobody is tracked, and nothing the gateway refuses is asked',
  async () => {
    const talk = await openWaiting('own keys', null);
    await talk.caller.until('worker', ({ message }) => message.kind === 'ready');
    const asked = talk.caller.news.filter((each): each is BrowserRequest => each.kind === 'request');
    const signed = asked.findIndex(({ url }) => url.endsWith('/keys/device_signing/upload'));
    const queries = asked.flatMap(({ url, body }, index) =>
      url.endsWith('/keys/query') && body.includes(talk.userId) ? [index] : [],
    );
    expect(signed).not.toBe(-1);
    expect(queries.some((index) => index > signed)).toBe(true);
    expect(asked.filter(({ status }) => status === 403 || status === 404)).toEqual([]);
    const engine = sourceFiles('widget').filter(({ path }) => path.startsWith('widget/crypto/'));
    expect(engine.length).toBeGreaterThan(0);
    expect(engine.filter(({ text }) => text.includes('.updateTrackedUsers('))).toEqual([]);
    await takeTalk(world, annelies, talk);
    await endTalk(annelies, talk);
  },
  limitMs,
);

test(
  'Synapse stopped between the joining and the first words loses nothing and leaves nothing unreadable',
  async () => {
    const talk = await openWaiting('first words', null);
    const { caller, roomId } = talk;
    const seen = annelies.events.length;
    await takeTalk(world, annelies, talk);
    await caller.untilPhase('joined');
    await world.kill('synapse');
    for (const body of ['een', 'twee']) caller.say(body);
    await caller.until('worker', ({ message }) => message.kind === 'connection' && !message.isConnected);
    await world.restart('synapse');
    for (const body of ['een', 'twee']) await hearsWords(annelies, roomId, body);
    caller.say('drie');
    await hearsWords(annelies, roomId, 'drie');
    expect(await bodiesIn(roomId)).toEqual(['een', 'twee', 'drie']);
    expect(await leftUnreadable(annelies, seen)).toEqual([]);
    await endTalk(annelies, talk);
  },
  limitMs,
);

test(
  'with the one-time keys of the counsellor used up the fallback key carries the first words',
  async () => {
    const talk = await openWaiting('fallback', 'eerste woorden');
    const { caller, roomId } = talk;
    await caller.until('worker', ({ message }) => message.kind === 'ready');
    const card = await openCard(annelies, await caseNumberOf(world, roomId));
    expect(await useUpOneTimeKeys(world, annelies.userId)).toContain('"fallback":true');
    await pressHand(annelies, card);
    await accept(annelies, roomId);
    await hearsWords(annelies, roomId, 'eerste woorden');
    expect(await bodiesIn(roomId)).toEqual(['eerste woorden']);
    await endTalk(annelies, talk);
  },
  limitMs,
);

test(
  'after a counsellor has replaced the identity nothing readable goes to it until a coordinator confirms; then the words go',
  async () => {
    const marleen = await openCounsellor(world, 'Marleen');
    closing.push(() => marleen.kill());
    const talk = await openWaiting('replaced', 'voor de wissel');
    const { caller, roomId } = talk;
    await takeTalk(world, annelies, talk);
    await hearsWords(annelies, roomId, 'voor de wissel');
    await annelies.call('say', roomId, 'dag');
    await caller.untilHeard('dag');

    const seen = annelies.events.length;
    const seenByMarleen = marleen.events.length;
    await annelies.call('resetIdentity');
    await caller.until(
      'worker',
      ({ message }) => message.kind === 'unsecured' && message.code === 'identity-changed',
    );
    const carriedBefore = requestsLike(talk, carriers).length;
    caller.say('na de wissel');
    await caller.untilHeld('na de wissel');
    await nextWords(annelies, seen, /Je sleutels in Element zijn veranderd, dus je staat nu uit/);
    const alarm = await nextWords(marleen, seenByMarleen, /Annelies heeft andere sleutels/);
    expect(alarm.isMention).toBe(true);
    const code = /Dat moet zijn: (.{4} .{4} .{4})\./u.exec(alarm.body)?.[1] ?? '';
    await annelies.waitFor('removed', (event) => event.roomId === roomId);
    await command(annelies, '!aan', /je sleutels in Element zijn andere dan vroeger/);
    await command(annelies, '!ip gevaar', /^Dat doe ik nu niet: je sleutels in Element zijn andere/);
    expect(requestsLike(talk, carriers)).toHaveLength(carriedBefore);

    await command(marleen, '!bevestig Annelies AAAA AAAA AAAA', /^Die code is niet van de sleutels/);
    await command(marleen, `!bevestig Annelies ${code}`, /zijn bevestigd/);
    await command(annelies, '!aan', /^Je staat aan/);
    const invitations = annelies.events.length;
    await annelies.command('!neem');
    await annelies.waitFor(
      'invitation',
      (event) => event.roomId === roomId && annelies.events.indexOf(event) >= invitations,
      30_000,
    );
    await annelies.call('join', roomId);
    await hearsWords(annelies, roomId, 'na de wissel');
    expect(await bodiesIn(roomId)).toEqual(['voor de wissel', 'na de wissel']);
    const ends = annelies.events.length;
    caller.order({ kind: 'end' });
    await eventually(() => annelies.events.slice(ends).some(({ kind }) => kind === 'removed'), 30_000);
  },
  limitMs,
);
