import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { performAction } from '../../../appservice/usecases/perform-action.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { turnRecognitionKeys } from '../../../appservice/usecases/turn-recognition-keys.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { callFrom, readBy, talkedWith, talkWith, toldOf } from '../../support/worlds/returning-caller.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris } = people;
const home = { address: '203.0.113.7' };
const mier = { nickname: 'Mier', address: '198.51.100.1' };
const at = (text: string) => Date.parse(text);

/** What An is told of a caller from the same line at an instant, after a whole conversation at another one. */
async function lineHintAt(earlier: string, later: string) {
  const world = await helplineWorld({ startsAt: at(earlier) });
  await talkedWith(world, an, home);
  world.clock.set(at(later));
  await turnRecognitionKeys(world);
  await talkWith(world, an, home);
  return toldOf(world, an).map((message) => ('line' in message ? message.line : null));
}

const hintsOf = (world: HelplineWorld, reader: typeof an) =>
  toldOf(world, reader).filter((each) => 'line' in each);

describe('a caller from a line that was there before', () => {
  test('is told of to whoever takes, as a hint and never as a claim', async () => {
    const world = await helplineWorld({ startsAt: at('2026-05-05T15:00Z') });
    await talkedWith(world, an, home);
    world.clock.set(at('2026-05-12T15:00Z'));
    await talkedWith(world, bert, home);
    world.clock.set(at('2026-06-02T15:00Z'));
    await talkWith(world, an, home);
    expect(readBy(world, an)).toEqual([
      'Gesprek 1003, misschien geen eerste keer:\n• Eerder contact via deze internetverbinding: 2 keer, laatst 3 weken geleden. Kan iemand anders zijn.',
    ]);
  });

  test('is not told of to anybody who has not taken, nor before', async () => {
    const world = await helplineWorld();
    await talkedWith(world, an, home);
    await world.onDuty(an, bert, chris);
    await callFrom(world, home);
    expect([an, bert, chris].flatMap((reader) => toldOf(world, reader))).toEqual([]);
  });

  test.each([
    ['in June after May', '2026-05-12T15:00Z', '2026-06-12T15:00Z'],
    ['a minute before six months are over', '2026-05-12T15:00Z', '2026-11-12T15:59Z'],
    ['on 28 February after 31 August', '2026-08-31T15:00Z', '2027-02-28T15:59Z'],
    ['on 29 February after 29 August, in a leap year', '2027-08-29T15:00Z', '2028-02-29T15:59Z'],
    ['on 29 August after 29 February', '2028-02-29T16:00Z', '2028-08-29T14:59Z'],
  ])('is told of %s', async (_, earlier, later) => {
    expect(await lineHintAt(earlier, later)).toEqual([{ count: 1, lastAt: at(earlier) }]);
  });

  test.each([
    ['in December after May (R23)', '2026-05-12T15:00Z', '2026-12-01T15:00Z'],
    ['when six months are over', '2026-05-12T15:00Z', '2026-11-12T16:00Z'],
    ['on 28 February after 31 August, when they are over', '2026-08-31T15:00Z', '2027-02-28T16:00Z'],
    ['on 30 August after 29 February', '2028-02-29T16:00Z', '2028-08-30T00:00Z'],
  ])('is not told of %s', async (_, earlier, later) => {
    expect(await lineHintAt(earlier, later)).toEqual([]);
  });

  test.each([
    ['two addresses of one /64', ['2001:db8:0:7::1', '2001:db8:0:7:ffff::2'], 1],
    ['two addresses of two /64', ['2001:db8:0:7::1', '2001:db8:0:8::1'], 0],
    ['an IPv4 address in IPv6 clothes', ['203.0.113.7', '::ffff:203.0.113.7'], 1],
    ['two IPv4 addresses', ['203.0.113.7', '203.0.113.8'], 0],
    ['two that are not known', ['unknown', 'unknown'], 0],
  ])('is recognised as a line: %s', async (_, [one = '', other = ''], hints) => {
    const world = await helplineWorld();
    await talkedWith(world, an, { address: one });
    await talkWith(world, an, { address: other });
    expect(hintsOf(world, an)).toHaveLength(hints);
  });

  test('does not count a conversation to which nobody came, nor the conversation itself', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await callFrom(world, home);
    await endConversation(world, { conversationId, by: 'caller' });
    await talkWith(world, an, home);
    expect(hintsOf(world, an)).toEqual([]);
  });

  test('counts a conversation that goes on beside', async () => {
    const world = await helplineWorld();
    await talkWith(world, an, home);
    await talkWith(world, bert, home);
    expect(hintsOf(world, bert)).toMatchObject([{ line: { count: 1 } }]);
  });

  test('is told of to the next one as well when the conversation came back to the pool', async () => {
    const world = await helplineWorld();
    await talkedWith(world, an, home);
    const { caseNumber } = await talkWith(world, an, home);
    await world.onDuty(bert);
    await world.leave(an);
    expect(hintsOf(world, an)).toEqual([]);
    await world.command(bert, `!neem ${caseNumber}`);
    expect(hintsOf(world, bert)).toMatchObject([{ line: { count: 1 } }]);
  });
});

describe('after a hand-over', () => {
  test('the new counsellor is told, and the old one no more', async () => {
    const world = await helplineWorld();
    await talkedWith(world, an, home);
    const { conversationId } = await talkWith(world, an, home);
    const { roomId, ...rest } = world.conversation(conversationId);
    await world.say(an, must(roomId ?? undefined, 'a room'));
    const talking = { ...rest, roomId, phase: world.conversation(conversationId).phase };
    const company = { ...talking.company, readers: [bert], successor: bert };
    await world.unitOfWork.run(({ conversations }) => conversations.save({ ...talking, company }));
    await world.command(bert, '!overgenomen');
    expect([hintsOf(world, an).length, hintsOf(world, bert).length]).toEqual([0, 1]);
  });
});

describe('what was told', () => {
  test('is taken back at the end, and kept nowhere', async () => {
    const world = await helplineWorld();
    await talkedWith(world, an, home);
    await talkedWith(world, an, home);
    expect(toldOf(world, an)).toEqual([]);
    expect(world.database.tables.callerHints.size).toBe(0);
    expect(JSON.stringify(world.database.tables.actions)).not.toContain('lastAt');
  });

  test('is taken back although the process died between the telling and its record', async () => {
    const world = await helplineWorld();
    await talkedWith(world, an, home);
    await world.onDuty(an);
    const { conversationId } = await callFrom(world, home);
    world.write(an, '!neem');
    await world.deliver();
    const rows = world.database.tables.actions;
    const telling = must(
      rows.findLast(({ action }) => action.kind === 'tell-hints'),
      'a telling',
    );
    await performAction(world, telling);
    expect(toldOf(world, an)).toHaveLength(1);
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    expect(toldOf(world, an)).toEqual([]);
  });
});

describe('a nickname of the same day', () => {
  test('is told of with the time, as not verified, however it is typed (R28)', async () => {
    const world = await helplineWorld({ startsAt: at('2026-11-24T16:12Z') });
    await talkedWith(world, an, mier);
    world.clock.set(at('2026-11-24T16:40Z'));
    await talkWith(world, an, { nickname: ' mier ', address: '192.0.2.9' });
    expect(readBy(world, an)).toEqual([
      'Gesprek 1002, misschien geen eerste keer:\n• Zelfde nickname als gesprek van 17:12. Niet geverifieerd.',
    ]);
  });

  test('is not told of on another day', async () => {
    const world = await helplineWorld({ startsAt: at('2026-11-24T22:50Z') });
    await talkedWith(world, an, { nickname: 'Mier', address: '192.0.2.1' });
    world.clock.set(at('2026-11-24T23:05Z'));
    await talkWith(world, an, { nickname: 'Mier', address: '192.0.2.2' });
    expect(toldOf(world, an)).toEqual([]);
  });

  test.each([null, '', '  ', '\u200b'])('is none when it is %j', async (nickname) => {
    const world = await helplineWorld();
    await talkedWith(world, an, { nickname, address: '192.0.2.1' });
    await talkWith(world, an, { nickname, address: '192.0.2.2' });
    expect(toldOf(world, an)).toEqual([]);
  });

  test('is offered first to whoever had it, though others are idle longer (R28)', async () => {
    const world = await helplineWorld();
    await world.onDuty(bert, chris);
    await talkedWith(world, chris, mier);
    await world.onDuty(an);
    const { conversationId } = await callFrom(world, { ...mier, province: 'limburg' });
    expect(world.conversation(conversationId).phase).toMatchObject({ ring: { counsellor: chris } });
  });

  test('is offered to another when they are not free, or passed', async () => {
    const world = await helplineWorld();
    await talkedWith(world, chris, mier);
    await talkWith(world, chris, home);
    await world.onDuty(an);
    const busy = await callFrom(world, mier);
    expect(world.conversation(busy.conversationId).phase).toMatchObject({ ring: { counsellor: an } });
  });

  test('goes on to the next one when they pass', async () => {
    const world = await helplineWorld();
    await talkedWith(world, chris, mier);
    await world.onDuty(an);
    const { conversationId } = await callFrom(world, mier);
    await world.press(chris, '✖');
    expect(world.conversation(conversationId).phase).toMatchObject({ ring: { counsellor: an } });
  });
});

describe('when the keys of recognition are lost', () => {
  test('no conversation starts: nobody could tell who is blocked; the failure is logged by its code', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    world.recognitionKeys.areLost = true;
    const started = await startConversation(world, world.request(home));
    expect(started).toEqual({ ok: false, problem: { code: 'blocks-unreadable' } });
    expect(world.eventLog.events).toContainEqual({
      event: 'recognition.failed',
      code: 'recognition-keys-unreadable',
    });
  });

  test('what is six months old goes all the same', async () => {
    const world = await helplineWorld({ startsAt: at('2026-05-12T15:00Z') });
    await talkedWith(world, an, home);
    world.recognitionKeys.areLost = true;
    world.clock.set(at('2026-11-12T16:00Z') - 1);
    await turnRecognitionKeys(world).catch(() => undefined);
    expect(world.database.tables.recognitions).toHaveLength(1);
    world.clock.set(at('2026-11-12T16:00Z'));
    const turn = turnRecognitionKeys(world);
    await expect(turn).rejects.toMatchObject({ code: 'recognition-keys-unreadable' });
    expect(world.database.tables.recognitions).toEqual([]);
  });
});

test('no address and no nickname lies in a row or a log line of recognition', async () => {
  const world = await helplineWorld();
  await talkedWith(world, an, { nickname: 'Mier', ...home });
  const request = world.request({ nickname: 'Mier', ...home });
  must((await startConversation(world, request)).ok ? true : undefined, 'a start');
  const { recognitions, callerHints, actions, audit } = world.database.tables;
  const kept = JSON.stringify([recognitions, [...callerHints], actions, audit, world.eventLog.events]);
  expect(kept).not.toMatch(/mier|203\.0\.113/i);
});
