import { describe, expect, test } from '@jest/globals';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { minuteMs, secondMs } from '../../../appservice/domain/time.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, joinedBy } from '../../support/worlds/helpline-world.ts';
import { talkWith } from '../../support/worlds/returning-caller.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { people, sampleRoster } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris } = people;
const roomy = {
  ...sampleRoster,
  members: sampleRoster.members.map((member) => ({ ...member, slots: 2 })),
};

/** An has 1001 and 1002; the caller of 1001 has left so long ago. */
async function oneLeft(agoMs: number) {
  const world = await helplineWorld({ roster: roomy });
  const { conversationId } = await joinedBy(an, world);
  const second = await talkWith(world, an, {});
  await world.say(an, must(world.conversation(second.conversationId).roomId ?? undefined, 'a room'));
  await endConversation(world, { conversationId, by: 'caller' });
  await world.settle();
  world.clock.elapse(agoMs);
  await world.unitOfWork.run(async ({ conversations }) => {
    for (const each of await conversations.open())
      await conversations.save({ ...each, lastContactAt: world.clock.now() });
  });
  return { world, running: () => world.conversation(second.conversationId), second };
}

const asks = {
  kind: 'refusal',
  refusal: {
    code: 'which-conversation',
    running: ['1002'],
    over: [{ caseNumber: '1001', wasReading: false }],
  },
};

describe('a command without a number, while one conversation runs and one has just ended', () => {
  test.each([
    ['einde', '!einde'],
    ['blokkeer', '!blokkeer seksueel getinte berichten'],
    ['collega', '!collega'],
    ['overleg', '!overleg Chris'],
    ['geef', '!geef Chris'],
    ['ip', '!ip acuut gevaar'],
    ['codewoord', '!codewoord regenboog'],
    ['verder', '!verder nog geen veilige plek'],
    ['afronden', '!afronden'],
  ])('of !%s is asked about, and does nothing', async (word, text) => {
    const { world, running } = await oneLeft(5 * minuteMs - 1);
    const before = running();
    const lines = world.database.tables.audit.length;
    expect(await world.command(an, text)).toMatchObject({ ...asks, refusal: { command: word } });
    expect(running()).toEqual(before);
    expect(world.database.tables.blocks).toEqual([]);
    expect(world.database.tables.audit).toHaveLength(lines);
  });

  test('means the running one again after five minutes', async () => {
    const { world, running } = await oneLeft(5 * minuteMs);
    await world.command(an, '!einde');
    expect(running().phase).toMatchObject({ name: 'ended', by: 'counsellor' });
  });

  test('is done for the one whose number is written', async () => {
    const { world, running } = await oneLeft(0);
    await world.command(an, '!blokkeer 1001 seksueel getinte berichten');
    expect(world.database.tables.blocks).toMatchObject([{ caseNumber: '1001' }]);
    expect(running().phase.name).toBe('talking');
  });

  test('takes no word for the running one that was meant for the other', async () => {
    const { world } = await oneLeft(0);
    expect(await world.command(an, '!codewoord 1001 regenboog')).toMatchObject({
      refusal: { code: 'no-conversation', caseNumber: '1001' },
    });
    expect(world.database.tables.codeWords.size).toBe(0);
  });

  test('asks nothing of a colleague, who has not had the other one', async () => {
    const { world } = await oneLeft(0);
    const { conversationId } = await talkWith(world, bert, {});
    await world.command(bert, '!einde');
    expect(world.conversation(conversationId).phase.name).toBe('ended');
  });
});

describe('!blokkeer without a number, after the end', () => {
  test('blocks the caller of the one that has just ended, when none runs', async () => {
    const world = await helplineWorld();
    await joinedBy(an, world);
    await world.command(an, '!einde');
    await world.command(an, '!blokkeer seksueel getinte berichten');
    expect(world.database.tables.blocks).toMatchObject([{ caseNumber: '1001', by: an }]);
  });
});

describe('a reader', () => {
  /** Chris reads along in 1001 of An, and has a conversation of their own. */
  async function reading() {
    const world = await companyWorld();
    await world.onDuty(chris);
    await world.bring(chris, '!overleg Chris');
    const own = await talkWith(world, chris, {});
    return { world, own: () => world.conversation(own.conversationId) };
  }
  const end = async (world: Awaited<ReturnType<typeof reading>>['world']) => {
    await endConversation(world, { conversationId: world.conversationId, by: 'caller' });
    await world.settle();
  };

  test('whose reading has ended within the minute is asked before !einde ends their own', async () => {
    const { world, own } = await reading();
    await end(world);
    world.clock.elapse(minuteMs - secondMs);
    expect(await world.command(chris, '!einde')).toMatchObject({
      refusal: { code: 'which-conversation', over: [{ caseNumber: '1001', wasReading: true }] },
    });
    expect(own().phase.name).toBe('joined');
  });

  test('ends their own by !einde a minute later', async () => {
    const { world, own } = await reading();
    await end(world);
    world.clock.elapse(minuteMs);
    await world.command(chris, '!einde');
    expect(own().phase.name).toBe('ended');
  });

  test('calls for help in their own at once', async () => {
    const { world } = await reading();
    await end(world);
    expect(await world.command(chris, '!collega')).toMatchObject({ message: { code: 'help-called' } });
  });

  test.each(['!afronden', '!verder nog geen veilige plek'])(
    'never decides by %s how a conversation that they read goes on',
    async (text) => {
      const world = await companyWorld();
      await world.onDuty(chris);
      await world.bring(chris, '!overleg Chris');
      const { rhythm } = world.conversation(world.conversationId);
      expect(await world.command(chris, text)).toMatchObject({ refusal: { code: 'no-conversation' } });
      expect(world.conversation(world.conversationId).rhythm).toEqual(rhythm);
    },
  );

  test('with one of their own rounds off that one, and is not asked which', async () => {
    const { world } = await reading();
    expect(await world.command(chris, '!afronden')).toMatchObject({
      message: { code: 'rounding-off', caseNumber: '1002' },
    });
  });
});

test('who had a conversation is not kept beyond the time in which it is asked about', async () => {
  const { world } = await oneLeft(5 * minuteMs + 1);
  await world.command(an, '!einde 1002');
  const had = (person: UserId) => world.database.tables.departures.filter((each) => each.person === person);
  expect(had(an).map(({ caseNumber }) => caseNumber)).toEqual(['1002']);
  expect(must(had(an)[0], 'a departure').at).toBe(world.clock.now());
});
