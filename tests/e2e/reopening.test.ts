import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { removalSentence } from '../../appservice/domain/desk-words/conversation-words.ts';
import { eventually } from '../ports/eventually.ts';
import { moveClock } from '../support/caller-clock.ts';
import { startDeskCounsellor, startOnDuty, type DeskCounsellor } from '../support/caller-counsellor.ts';
import { startCallers, type CallersProcess } from '../support/engine-caller.ts';
import { startWorld, type World } from '../support/world.ts';

jest.setTimeout(120_000);

const said = ['Woorden van vroeger', 'Antwoord van vroeger'];

let world: World;
let callers: CallersProcess;
let lotte: DeskCounsellor;
let jef: DeskCounsellor;
let marleen: DeskCounsellor;
let caseNumber = '';
let roomId = '';

/** Lotte, of Limburg, has had a conversation, which is over; Jef is of her team, Marleen coordinates all teams. */
beforeAll(async () => {
  world = await startWorld({ hasAppservice: true, wishes: { overrides: { development: {} } } });
  callers = startCallers(world.publicUrl);
  [lotte, jef, marleen] = await Promise.all([
    startOnDuty(world, 'Lotte'),
    startDeskCounsellor(world, 'Jef'),
    startDeskCounsellor(world, 'Marleen'),
  ]);
  const caller = callers.caller('caller');
  const ring = lotte.nextCard();
  await caller.start();
  const card = await ring;
  ({ caseNumber } = card);
  roomId = await lotte.enter(card);
  caller.say('Woorden van vroeger');
  await lotte.read(roomId, 'Woorden van vroeger');
  await lotte.say(roomId, 'Antwoord van vroeger');
  await caller.untilHeard('Antwoord van vroeger');
  await lotte.command('!einde', /is afgelopen/u);
  await lotte.removedFrom(roomId);
}, 240_000);

afterAll(async () => {
  await Promise.all([lotte, jef, marleen].map((each) => each.counsellor.kill()));
  await callers.stop();
  await world.stop();
}, 60_000);

/** What the room's past says to somebody; null stands for what they have no key to. */
const history = async ({ counsellor }: DeskCounsellor) =>
  (await counsellor.call('history', roomId)) as readonly (string | null)[];

/** The invitation to the room that comes after this many events. */
const invited = ({ counsellor }: DeskCounsellor, after: number) =>
  counsellor.waitFor(
    'invitation',
    (event) => event.roomId === roomId && counsellor.events.indexOf(event) >= after,
  );

const removed = ({ counsellor }: DeskCounsellor, after: number) =>
  counsellor.waitFor(
    'removed',
    (event) => event.roomId === roomId && counsellor.events.indexOf(event) >= after,
  );

describe('a conversation that is over', () => {
  test('says nothing to who was never in it', async () => {
    await jef.command(`!heropen ${caseNumber} nieuwsgierig`, /vind ik niet, of het is niet van jou/u);
    await expect(history(jef)).rejects.toThrow(/M_FORBIDDEN/u);
    await expect(jef.counsellor.call('join', roomId)).rejects.toThrow(/M_FORBIDDEN/u);
  });

  test('is read again by who was in it, for an hour, by the keys of their own device', async () => {
    const before = lotte.counsellor.events.length;
    await lotte.command(`!heropen ${caseNumber} verslag nalezen`, /weer open voor jou/u);
    await invited(lotte, before);
    await lotte.counsellor.call('join', roomId);
    expect(await history(lotte)).toEqual(said);
  });

  test('is read by the colleague with whom the participant shares it, and the right to invite is for once', async () => {
    const before = jef.counsellor.events.length;
    const invitationSeen = lotte.hear(/^Jef is uitgenodigd/u, 60_000);
    const told = await lotte.command(`!deel ${caseNumber} Jef`, /Zo laat je Jef lezen/u);
    expect(told.body.split('\n')).toContain(`/invite ${jef.userId}`);
    await eventually(async () => (await lotte.counsellor.call('power', roomId)) === 50);
    await lotte.counsellor.call('invite', roomId, jef.userId);
    await invited(jef, before);
    await jef.counsellor.call('join', roomId);
    await eventually(async () => !(await history(jef)).includes(null));
    expect(await history(jef)).toEqual(said);
    await invitationSeen;
    await eventually(async () => (await lotte.counsellor.call('power', roomId)) === 0);
    const again = lotte.counsellor.call('invite', roomId, marleen.userId);
    await expect(again).rejects.toThrow(/M_FORBIDDEN/u);
  });

  test('is told to a coordinator: who asked for it, and why', async () => {
    const { body } = await marleen.command(`!inzage ${caseNumber}`, /in het logboek staat/u);
    expect(body).toMatch(/Jef vroeg het gesprek op en kreeg het niet\n> nieuwsgierig/u);
    expect(body).toMatch(/Lotte heropende het gesprek om na te lezen\n> verslag nalezen/u);
    expect(body).toMatch(/Lotte deelde het gesprek \(Jef\)/u);
  });

  test('is closed to both when the hour is over', async () => {
    const [ofLotte, ofJef] = [lotte.counsellor.events.length, jef.counsellor.events.length];
    await moveClock(world, 3_600);
    const reasons = [await removed(lotte, ofLotte), await removed(jef, ofJef)].map(({ reason }) => reason);
    expect(reasons).toEqual([removalSentence('read-again'), removalSentence('read-again')]);
    await expect(lotte.say(roomId, 'nog iets')).rejects.toThrow(/M_FORBIDDEN/u);
    await expect(jef.counsellor.call('join', roomId)).rejects.toThrow(/M_FORBIDDEN/u);
  });
});
