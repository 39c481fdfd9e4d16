import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { readStatus } from '../../../appservice/usecases/read-status.ts';
import { viewConversation } from '../../../appservice/usecases/view-conversation.ts';
import { helplineWorld, tuesdayAtFive } from '../../support/worlds/helpline-world.ts';
import { people, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, bert } = people;
const minute = 60_000;

/** An and Bert are in conversation; so many more wait. */
async function busyWorld(waiting: number, settings: Parameters<typeof helplineWorld>[0]) {
  const world = await helplineWorld(settings);
  await world.onDuty(an);
  await world.onDuty(bert);
  const talks = [];
  for (const counsellor of [an, bert]) {
    talks.push(await world.call());
    await world.command(counsellor, '!neem');
  }
  const waits = [];
  for (let count = 0; count < waiting; count += 1) {
    world.clock.elapse(1);
    waits.push(await world.call());
  }
  return { world, talks, waits };
}

describe('the waiting room', () => {
  test('lets callers wait up to its size, and is busy then (S39)', async () => {
    const { world } = await busyWorld(2, { places: 3 });
    expect((await readStatus(world)).state).toBe('online');
    await world.call();
    expect((await readStatus(world)).state).toBe('busy');
  });

  test('lets nobody in whom twenty minutes before closing two counsellors could not serve', async () => {
    const startsAt = tuesdayAtFive + 80 * minute;
    const { world } = await busyWorld(5, { places: 10, openingHours: seedHours, startsAt });
    world.clock.elapse(20 * minute);
    expect((await readStatus(world)).state).toBe('busy');
  });

  test('tells each caller their place, offers other ways at once, and moves up when somebody leaves', async () => {
    const { world, waits } = await busyWorld(2, { places: 5 });
    const [first, second] = waits.map(({ conversationId }) => conversationId);
    if (first === undefined || second === undefined) throw new Error('two wait');
    expect(await viewConversation(world, second)).toMatchObject({ place: 2, takesLong: true });
    await endConversation(world, { conversationId: first, by: 'exit' });
    expect(await viewConversation(world, second)).toMatchObject({ place: 1 });
  });

  test('asks for a reason when somebody is taken before who waits longer, and audits it', async () => {
    const { world, talks, waits } = await busyWorld(2, { places: 5 });
    const [longer, urgent] = waits.map(({ conversationId }) => world.conversation(conversationId));
    if (longer === undefined || urgent === undefined) throw new Error('two wait');
    const talk = talks[0] ?? longer;
    await endConversation(world, { conversationId: talk.conversationId, by: 'caller' });
    await world.settle();
    expect(await world.command(an, `!neem ${urgent.caseNumber}`)).toMatchObject({
      refusal: { code: 'waits-longer', longer: longer.caseNumber },
    });
    await world.command(an, `!neem ${urgent.caseNumber} klinkt erg angstig`);
    expect(world.conversation(urgent.conversationId).phase).toMatchObject({ name: 'taken', counsellor: an });
    expect(world.conversation(longer.conversationId).phase).toMatchObject({ name: 'waiting', ring: null });
    expect(world.database.tables.audit).toEqual([
      expect.objectContaining({
        act: 'conversation-pulled',
        who: an,
        conversationId: urgent.conversationId,
        reason: 'klinkt erg angstig',
      }),
    ]);
  });
});

describe('without a waiting room', () => {
  test('nobody has a place', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    expect(await viewConversation(world, conversationId)).toMatchObject({ place: null, takesLong: false });
  });
});
