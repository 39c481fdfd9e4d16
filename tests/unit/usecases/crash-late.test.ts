import { describe, expect, test } from '@jest/globals';
import { enterPool } from '../../../appservice/usecases/enter-pool.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;

/** A caller waits, and nobody has been rung yet. */
async function waiting(world: HelplineWorld): Promise<void> {
  await world.onDuty(an);
  await startConversation(world, world.request());
  const [row] = [...world.database.tables.conversations.values()];
  await enterPool(world, must(row, 'a conversation').conversation.conversationId);
}

describe('a card whose ring is over before the service comes back', () => {
  test('is edited when it had gone out, although the process died before it was recorded', async () => {
    const world = await helplineWorld();
    await waiting(world);
    expect(await world.steps.untilCrash('action.carried-out', () => world.settle())).toBe(true);
    expect(world.card(an)).toBe('open');
    world.restart();
    world.clock.elapse(31_000);
    await world.elapse(2);
    const cards = world.shown(an).filter(({ kind }) => kind === 'card');
    expect(cards).toMatchObject([{ state: { name: 'withdrawn' } }, { state: { name: 'open' } }]);
  });

  test('goes out without ringing when it is not known whether it did', async () => {
    const world = await helplineWorld();
    await waiting(world);
    world.homeserver.failing.set('desk-send', 'timeout');
    await world.settle();
    world.clock.elapse(31_000);
    world.homeserver.failing.clear();
    await world.elapse(2);
    const cards = world.deskDevice.entries.filter(({ versions }) => versions.at(-1)?.kind === 'card');
    expect(cards.map(({ mention, versions }) => [mention, versions.length])).toEqual([
      [null, 2],
      [an, 1],
    ]);
  });

  test.each(['desk-not-ready', 'M_LIMIT_EXCEEDED'])('does not go out when it had not (%s)', async (code) => {
    const world = await helplineWorld();
    await waiting(world);
    world.homeserver.failing.set('desk-send', code);
    await world.settle();
    world.clock.elapse(31_000);
    world.homeserver.failing.clear();
    await world.elapse(2);
    const cards = world.deskDevice.entries.filter(({ versions }) => versions.at(-1)?.kind === 'card');
    expect(cards.map(({ mention }) => mention)).toEqual([an]);
  });
});
