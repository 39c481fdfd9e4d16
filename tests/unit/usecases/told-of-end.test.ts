import { describe, expect, test } from '@jest/globals';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, dina } = people;

/** What somebody is told at their desk about the end of their conversation. */
const told = (world: HelplineWorld) =>
  world.deskDevice.entries.findLast(({ versions }) => versions.at(-1)?.kind === 'conversation-ended');

const words = (world: HelplineWorld) => {
  const message = told(world)?.versions.at(-1);
  return message === undefined ? '' : deskWords(message, world.clock.now());
};

describe('the end of a conversation', () => {
  test('that somebody else stopped rings for whoever had it', async () => {
    const world = await helplineWorld();
    await joinedBy(an, world);
    await world.command(dina, '!noodstop iemand is in ons systeem');
    expect(told(world)?.mention).toBe(an);
  });

  test('by a fault of ours rings for whoever had it', async () => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await endConversation(world, { conversationId, by: 'failure' });
    await world.settle();
    expect(told(world)?.mention).toBe(an);
  });

  test.each([
    ['a coordinator rings', dina, an],
    ['themselves is quiet', an, null],
  ])('by a block of %s', async (_title, who, mention) => {
    const world = await helplineWorld({ caseNumbers: ['4711'] });
    await joinedBy(an, world);
    await world.command(who, '!blokkeer 4711 dreigde met geweld');
    expect([told(world)?.versions.at(-1), told(world)?.mention]).toEqual([
      expect.objectContaining({ by: 'blocked' }),
      mention,
    ]);
  });

  test.each(['caller', 'exit'] as const)('by what the caller does is quiet (%s)', async (by) => {
    const world = await helplineWorld();
    const { conversationId } = await joinedBy(an, world);
    await endConversation(world, { conversationId, by });
    await world.settle();
    expect(told(world)?.mention).toBe(null);
  });

  test('offers a pause to who is on duty, and none to who is off already', async () => {
    const world = await helplineWorld();
    await joinedBy(an, world);
    await world.command(an, '!einde');
    expect([told(world)?.signs, words(world)]).toEqual([['⏸'], expect.stringContaining('Druk op ⏸')]);
    await joinedBy(an, world);
    await world.command(an, '!uit');
    await world.command(an, '!einde 1002');
    expect(told(world)?.signs).toEqual([]);
    expect(words(world)).toMatch(/Je staat uit\. Neem rustig je tijd\.$/u);
  });

  test('shows one sentence in Element that is true of every end', async () => {
    const world = await helplineWorld();
    const { roomId } = await joinedBy(an, world);
    await world.command(an, '!einde');
    expect(world.homeserver.rooms.get(roomId)?.changes.get(an)?.reason).toBe(
      'Dit gesprek is afgelopen. In je balie lees je waarom.',
    );
  });
});

test('a pause for who is off is not needed, which is said', async () => {
  const world = await helplineWorld();
  await world.onDuty(an);
  await world.command(an, '!uit');
  expect(await world.command(an, '!pauze')).toEqual({
    kind: 'refusal',
    refusal: { code: 'pause-while-off' },
  });
});
