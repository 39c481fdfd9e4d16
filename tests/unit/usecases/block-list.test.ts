import { describe, expect, test } from '@jest/globals';
import { readStatus } from '../../../appservice/usecases/read-status.ts';
import { startConversation } from '../../../appservice/usecases/start-conversation.ts';
import { watchBlockList } from '../../../appservice/usecases/watch-block-list.ts';
import { must } from '../../support/parsed.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, dina } = people;

async function openHelpline() {
  const world = await helplineWorld();
  await world.onDuty(an);
  return world;
}

/** The table is gone. */
function loseList(world: HelplineWorld) {
  world.database.tables = { ...world.database.tables, blocks: null };
}

function findList(world: HelplineWorld) {
  world.database.tables = { ...world.database.tables, blocks: [] };
}

async function watch(world: HelplineWorld) {
  await watchBlockList(world);
  await world.settle();
}

/** What a coordinator was told of the list, oldest first. */
const told = (world: HelplineWorld) =>
  world.shown(dina).flatMap((each) => (each.kind === 'blocking' ? [each.message.code] : []));

describe('while nobody can tell who is blocked', () => {
  test.each([
    ['the list is gone', loseList],
    [
      'the keys cannot be read',
      (world: HelplineWorld) => {
        world.recognitionKeys.areLost = true;
      },
    ],
  ])('the chat is offline for everybody: %s', async (_, lose) => {
    const world = await openHelpline();
    lose(world);
    expect(await readStatus(world)).toMatchObject({ state: 'offline', reason: 'fault' });
    expect(await startConversation(world, world.request())).toEqual({
      ok: false,
      problem: { code: 'blocks-unreadable' },
    });
  });

  test('a start whose answer was lost goes on', async () => {
    const world = await openHelpline();
    const request = world.request();
    must(await startConversation(world, request), 'an answer');
    loseList(world);
    expect(await startConversation(world, request)).toMatchObject({ ok: true });
  });

  test('coordinators are woken once for the outage, however long it is', async () => {
    const world = await openHelpline();
    loseList(world);
    await watch(world);
    await world.elapse(10);
    await watch(world);
    expect(told(world)).toEqual(['block-list-unreadable']);
    expect(world.deskDevice.entries.at(-1)?.mention).toBe(dina);
    expect(world.eventLog.events).toContainEqual({ event: 'alarm.raised', code: 'blocks-unreadable' });
  });

  test('counsellors are not', async () => {
    const world = await openHelpline();
    loseList(world);
    await watch(world);
    expect(world.shown(an).some(({ kind }) => kind === 'blocking')).toBe(false);
  });
});

describe('when it can be told again', () => {
  test('the chat is open, and coordinators hear it; the next outage wakes them anew', async () => {
    const world = await openHelpline();
    loseList(world);
    await watch(world);
    findList(world);
    await watch(world);
    expect(await readStatus(world)).toMatchObject({ state: 'online' });
    await world.elapse(1);
    loseList(world);
    await watch(world);
    expect(told(world)).toEqual(['block-list-unreadable', 'block-list-readable', 'block-list-unreadable']);
    expect(world.eventLog.events).toContainEqual({ event: 'alarm.over', code: 'blocks-unreadable' });
  });
});

test('nobody is woken while all is well', async () => {
  const world = await openHelpline();
  await watch(world);
  expect(told(world)).toEqual([]);
});
