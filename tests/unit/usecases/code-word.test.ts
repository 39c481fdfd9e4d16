import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { readBy, talkedWith, talkWith, toldOf } from '../../support/worlds/returning-caller.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, dina } = people;
const mier = (address: string) => ({ nickname: 'Mier', address });
const codes = (world: HelplineWorld, reader: typeof an) => toldOf(world, reader).map(({ code }) => code);
const answerTo = async (world: HelplineWorld, who: typeof an, text: string) => {
  await world.command(who, text);
  return codes(world, who).at(-1);
};

/** An agreed on a word with Mier, and somebody with that nickname is back with Bert. */
async function mierIsBack(startsAt?: number) {
  const world = await helplineWorld(startsAt === undefined ? {} : { startsAt });
  const first = await talkWith(world, an, mier('192.0.2.1'));
  await world.command(an, '!codewoord Rode  Regenboog');
  await endConversation(world, { conversationId: first.conversationId, by: 'caller' });
  await world.settle();
  await world.command(an, '!uit');
  const second = await talkWith(world, bert, mier('192.0.2.2'));
  return { world, first, second };
}

describe('a code word', () => {
  test('is agreed on in a conversation, audited, and never kept readable', async () => {
    const world = await helplineWorld();
    const { conversationId } = await talkWith(world, an, mier('192.0.2.1'));
    expect(await answerTo(world, an, '!codewoord Regenboog')).toBe('word-agreed');
    const { actions, audit, codeWords } = world.database.tables;
    expect(audit).toMatchObject([{ act: 'code-word-agreed', who: an, conversationId }]);
    const kept = JSON.stringify([actions, audit, [...codeWords], world.shown(an), world.eventLog.events]);
    expect(kept).not.toMatch(/regenboog"/i);
  });

  test('goes from the desk room at once, whatever the answer', async () => {
    const world = await helplineWorld();
    const written = world.write(an, '!codewoord regenboog');
    await world.settle();
    expect(codes(world, an)).toEqual(['no-word-here']);
    expect(world.database.tables.actions).toContainEqual(
      expect.objectContaining({
        action: { kind: 'redact-command', place: { roomId: world.deskRoom(an), eventId: written } },
        state: 'done',
      }),
    );
  });

  test('is offered for comparing when the nickname is back on the same day', async () => {
    const { world } = await mierIsBack();
    expect(readBy(world, bert).join()).toContain('Toen is een codewoord afgesproken.');
  });

  test('is right however it is typed', async () => {
    const { world } = await mierIsBack();
    expect(await answerTo(world, bert, '!codewoord rode REGENBOOG')).toBe('word-right');
  });

  test('is locked for the conversation after three wrong ones, for the right one too (S6)', async () => {
    const { world, second } = await mierIsBack();
    const told = [];
    for (const word of ['blauw', 'groen', 'geel', 'rode regenboog']) {
      told.push(await answerTo(world, bert, `!codewoord ${word}`));
    }
    expect(told).toEqual(['word-wrong', 'word-wrong', 'word-locked', 'word-locked']);
    const tries = world.database.tables.audit.filter(({ act }) => act === 'code-word-tried');
    expect(tries.map(({ who, conversationId }) => [who, conversationId])).toEqual(
      Array.from({ length: 3 }, () => [bert, second.conversationId]),
    );
  });

  test('that was known again holds for the next conversation of the day as well', async () => {
    const { world, second } = await mierIsBack();
    await world.command(bert, '!codewoord rode regenboog');
    await endConversation(world, { conversationId: second.conversationId, by: 'caller' });
    await world.settle();
    const { caseNumber } = await talkWith(world, an, mier('192.0.2.3'));
    expect(await answerTo(world, an, `!codewoord ${caseNumber} rode regenboog`)).toBe('word-right');
  });

  test('of another day is not compared with', async () => {
    const world = await helplineWorld();
    const { conversationId } = await talkWith(world, an, mier('192.0.2.1'));
    await world.command(an, '!codewoord regenboog');
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    world.clock.elapse(24 * 60 * 60_000);
    await talkWith(world, an, mier('192.0.2.2'));
    expect(await answerTo(world, an, '!codewoord zonnebloem')).toBe('word-agreed');
  });

  test.each([
    ['a coordinator', dina],
    ['a former participant', an],
  ])('is nothing to %s without the conversation', async (_, who) => {
    const { world } = await mierIsBack();
    expect(await answerTo(world, who, '!codewoord rode regenboog')).toBe('no-word-here');
    expect(world.database.tables.audit.filter(({ act }) => act === 'code-word-tried')).toEqual([]);
  });

  test.each(['\u200b', '\u00a0\u200b'])('is none when nothing can be seen of it: %j', async (word) => {
    const world = await helplineWorld();
    await talkedWith(world, an, mier('192.0.2.1'));
    await talkWith(world, an, mier('192.0.2.2'));
    expect(await answerTo(world, an, `!codewoord ${word}`)).not.toBe('word-agreed');
  });
});
