import { describe, expect, test } from '@jest/globals';
import { secondMs } from '../../../appservice/domain/time.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { courseOf, eventsIn, changesOf, looksOfCard } from '../../support/worlds/course-world.ts';
import { helplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert } = people;

describe('the card of a conversation that one has', () => {
  test('is one message that says who is in it and since when they talk', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    expect(looksOfCard(world, an).at(-1)).toMatchObject({ name: 'held', talkingSince: null });
    await course.pass(20);
    await course.speak();
    const talkingSince = world.clock.now();
    expect(looksOfCard(world, an).at(-1)).toMatchObject({
      name: 'held',
      talkingSince,
      connection: { state: 'connected', wasAwayMs: null },
    });
    expect(world.shown(an).filter(({ kind }) => kind === 'card')).toHaveLength(1);
  });

  test('says within ten seconds that the caller is away, and for how long as it grows', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    const since = world.clock.now();
    const before = looksOfCard(world, an).length;
    const said: number[] = [];
    for (let second = 1; second < 300; second += 1) {
      const count = looksOfCard(world, an).length;
      await course.pass(1, { isAway: true });
      if (looksOfCard(world, an).length > count) said.push(second);
    }
    expect(said).toEqual([8, 40, 60, 120, 180, 240]);
    expect(looksOfCard(world, an).slice(before)).toEqual(
      said.map(() => expect.objectContaining({ connection: { state: 'away', since } })),
    );
  });

  test('says that the caller is back as soon as they give a sign of life', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await course.pass(40, { isAway: true });
    await course.pass(1);
    expect(looksOfCard(world, an).at(-1)).toMatchObject({
      connection: { state: 'connected', since: world.clock.now(), wasAwayMs: 41 * secondMs },
    });
  });

  test('does not call away who gives a sign of life every few seconds', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    const before = looksOfCard(world, an).length;
    await course.pass(70, { step: 7 });
    expect(looksOfCard(world, an)).toHaveLength(before);
  });

  test('says to send nothing when the caller left by the quick exit', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    await endConversation(world, { conversationId: course.conversationId, by: 'exit' });
    await course.look();
    expect(looksOfCard(world, an).at(-1)).toEqual({ name: 'left-quickly' });
  });

  test('is not changed again by a second look, nor by one after a restart', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.pass(10, { isAway: true });
    const before = looksOfCard(world, an).length;
    world.restart();
    await course.look();
    await course.look();
    expect(looksOfCard(world, an)).toHaveLength(before);
  });

  test('goes through its newest edit only, when the homeserver was away meanwhile', async () => {
    const world = await helplineWorld();
    const course = await courseOf(an, world);
    await course.speak();
    const before = looksOfCard(world, an).length;
    world.homeserver.failing.set('desk-edit', 'unreachable');
    await course.pass(70, { isAway: true });
    world.homeserver.failing.clear();
    await course.pass(70, { isAway: true });
    const [first, ...more] = looksOfCard(world, an).slice(before);
    expect(first).toMatchObject({ connection: { state: 'away' } });
    expect(more.length).toBeLessThanOrEqual(1);
  });
});

test('a busy hour costs a team’s room at most two events per change of a conversation', async () => {
  const world = await helplineWorld();
  const course = await courseOf(an, world);
  await course.speak();
  await world.onDuty(bert);
  const second = await world.call();
  await world.elapse(70);
  expect(world.card('limburg')).toBe('open');
  await world.command(bert, '!aan');
  await world.press(bert, '✋', 'limburg');
  await world.accept(bert);
  for (let round = 0; round < 20; round += 1) {
    await course.pass(60, { isAway: true, step: 10 });
    await course.pass(120, { step: 7 });
  }
  const changes = changesOf(world, course.conversationId) + changesOf(world, second.conversationId);
  expect(eventsIn(world, 'limburg')).toBeGreaterThan(0);
  expect(eventsIn(world, 'limburg')).toBeLessThanOrEqual(2 * changes);
  expect(eventsIn(world, 'limburg')).toBeLessThan(10);
});
