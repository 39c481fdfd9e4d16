import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { parseConversationView } from '../../appservice/contract/conversation.ts';
import { eventually } from '../ports/eventually.ts';
import type { TestCounsellor } from '../support/counsellor.ts';
import {
  command,
  deskWordsLike,
  nextWords,
  openCounsellor,
  type Words,
} from '../support/engine-caller-desk.ts';
import { caseNumberOf, count } from '../support/engine-caller-looks.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { hearsWords, takeTalk } from '../support/engine-caller-talk.ts';
import { must } from '../support/parsed.ts';
import { startWorld, type World } from '../support/world.ts';
import { speaker, type Speak } from './gateway-parts.ts';

const limitMs = 120_000;

/** From the call to the card at the coordinator's desk (S43). */
const helpWithinMs = 5_000;

jest.setTimeout(limitMs);

let world: World;
let callers: CallersProcess;
let lotte: TestCounsellor;
let bram: TestCounsellor;
let marleen: TestCounsellor;

/** A conversation that Lotte has, as its browser may ask about it. */
type Talk = { readonly roomId: string; readonly caseNumber: string; readonly ask: Speak };

beforeAll(async () => {
  world = await startWorld({ hasAppservice: true });
  [lotte, bram, marleen] = await Promise.all([
    openCounsellor(world, 'Lotte'),
    openCounsellor(world, 'Bram'),
    openCounsellor(world, 'Marleen'),
  ]);
  for (const each of [bram, marleen]) {
    await command(each, '!aan', /^Je staat aan/u);
    await command(each, '!uit', /^Je staat uit/u);
  }
  await command(lotte, '!aan', /^Je staat aan/u);
  callers = startCallers(world.publicUrl);
}, 180_000);

afterAll(async () => {
  await callers.stop();
  await Promise.all([lotte, bram, marleen].map((each) => each.kill()));
  await world.stop();
}, limitMs);

async function talking(name: string, from = callers): Promise<Talk> {
  const caller = from.caller(name);
  const firstWords = `Eerste woorden van ${name}`;
  caller.say(firstWords);
  const { roomId, bearer } = await caller.start();
  await takeTalk(world, lotte, { roomId });
  await hearsWords(lotte, roomId, firstWords);
  const hello = `Dag ${name}`;
  await lotte.call('say', roomId, hello);
  await caller.untilHeard(hello, 60_000);
  return { roomId, caseNumber: await caseNumberOf(world, roomId), ask: speaker(world.publicUrl, bearer) };
}

async function viewOf({ ask }: Talk) {
  const { json } = await ask('GET', '/api/conversations/current');
  return must(parseConversationView(json), 'a view');
}

const invite = ({ ask, roomId }: Talk, { userId }: Pick<TestCounsellor, 'userId'>) =>
  ask('POST', `/_matrix/client/v3/rooms/${encodeURIComponent(roomId)}/invite`, { user_id: userId });

/** The card that asks a colleague to come; pressed once the desk's own signs are under it. */
async function say(colleague: TestCounsellor, card: Words, key: '✅' | '❌'): Promise<void> {
  await colleague.waitFor('reaction', (event) => event.to === card.eventId && event.key.startsWith(key));
  await colleague.call('react', card.roomId, card.eventId, key);
}

/** Conversations whose browser has said nothing for six seconds. */
const silent = `SELECT count(*) FROM conversations
  WHERE phase_name <> 'ended' AND last_contact_at < extract(epoch FROM now()) * 1000 - 6000`;

const removedFrom = (who: TestCounsellor, { roomId }: Talk) =>
  who.waitFor('removed', (event) => event.roomId === roomId, 45_000);

test('only the colleague who was named comes in by the caller’s browser, and only after its word', async () => {
  const talk = await talking('consult');
  const { caseNumber, roomId } = talk;
  const seen = bram.events.length;
  await command(lotte, `!overleg Bram ${caseNumber}`, /ik vraag Bram/u);
  expect((await invite(talk, bram)).status).toBe(403);
  await say(bram, await nextWords(bram, seen, /^Lotte vraagt of jij meeleest/u), '✅');
  await eventually(async () => (await viewOf(talk)).handOver !== null, 45_000);
  expect((await viewOf(talk)).announced).toMatchObject({ userId: bram.userId, mayBeRefused: true });
  expect((await invite(talk, marleen)).status).toBe(403);
  expect((await invite(talk, bram)).status).toBe(200);
  await bram.waitFor('invitation', (event) => event.roomId === roomId, 45_000);
  await bram.call('join', roomId);
  await eventually(async () => (await viewOf(talk)).readers.length === 1, 45_000);
  expect((await invite(talk, bram)).status).toBe(403);
  await bram.command(`!einde ${caseNumber}`);
  expect((await removedFrom(bram, talk)).reason).toContain('Je leest niet meer mee');
  await command(lotte, `!einde ${caseNumber}`, /is afgelopen/u);
});

test('a call for help is at a coordinator’s desk within five seconds', async () => {
  const { caseNumber } = await talking('help');
  const seen = marleen.events.length;
  const calledAt = performance.now();
  await lotte.command(`!collega ${caseNumber}`);
  const card = await nextWords(marleen, seen, /^Lotte vraagt stil om hulp/u);
  expect(performance.now() - calledAt).toBeLessThan(helpWithinMs);
  expect(card.isMention).toBe(true);
  await say(marleen, card, '❌');
  await nextWords(lotte, 0, /nog geen coördinator kon komen/u);
  await command(lotte, `!einde ${caseNumber}`, /is afgelopen/u);
});

test('with the browser away the counsellor invites by hand: the named one, and nobody else', async () => {
  const leaving = startCallers(world.publicUrl);
  const talk = await talking('away', leaving);
  const { caseNumber, roomId } = talk;
  await expect(lotte.call('invite', roomId, bram.userId)).rejects.toThrow();
  await leaving.stop();
  const [seen, seenByBram] = [lotte.events.length, bram.events.length];
  await command(lotte, `!overleg Bram ${caseNumber}`, /ik vraag Bram/u);
  const card = await nextWords(bram, seenByBram, /^Lotte vraagt of jij meeleest/u);
  await eventually(async () => (await count(world, silent)) === 1, 20_000);
  await say(bram, card, '✅');
  const now = await nextWords(lotte, seen, /laat Bram binnen/u);
  expect(now.body.split('\n')).toContain(`/invite ${bram.userId}`);
  expect(now.isMention).toBe(true);
  await eventually(() =>
    lotte.call('invite', roomId, marleen.userId).then(
      () => true,
      () => false,
    ),
  );
  await nextWords(lotte, seen, /Ik heb de uitnodiging weggehaald/u);
  await lotte.call('invite', roomId, bram.userId);
  await nextWords(lotte, seen, /Bram is uitgenodigd/u);
  await bram.waitFor('invitation', (event) => event.roomId === roomId, 45_000);
  await bram.call('join', roomId);
  await nextWords(lotte, seen, /Bram is er en leest mee/u);
  await eventually(() =>
    lotte.call('invite', roomId, marleen.userId).then(
      () => false,
      () => true,
    ),
  );
  expect(deskWordsLike(lotte, /nodigde je/u).length).toBeGreaterThan(0);
});
