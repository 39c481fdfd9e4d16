import { describe, expect, test } from '@jest/globals';
import { minuteMs, secondMs } from '../../../appservice/domain/time.ts';
import { remindPaused } from '../../../appservice/usecases/remind-paused.ts';
import { memoryCallerSessions } from '../../support/memory-registers.ts';
import { helplineWorld, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people, seedHours } from '../../support/worlds/sample-roster.ts';

const { an, bert } = people;

/** Who was reminded, whether it rang, and whether somebody waited. */
const reminded = (world: HelplineWorld) =>
  world.deskDevice.entries.flatMap(({ versions, mention }) =>
    versions.flatMap((each) => (each.kind === 'still-paused' ? [[mention, each.isSomebodyWaiting]] : [])),
  );

/** Time goes by with a caller who gives signs of life. */
async function pass(world: HelplineWorld, minutes: number) {
  for (let minute = 0; minute < minutes; minute += 1) {
    world.clock.elapse(minuteMs);
    const sessions = memoryCallerSessions(world.database);
    for (const id of world.database.tables.conversations.keys()) await sessions.touch(id, world.clock.now());
    await remindPaused(world);
    await world.settle();
  }
}

/** An misses a ring. */
async function missed(world: HelplineWorld) {
  await world.onDuty(an);
  const { roomId } = await world.call();
  await world.elapse(31);
  expect(world.duty(an).state).toBe('paused');
  return roomId;
}

describe('somebody who is paused since they missed a ring', () => {
  test('is rung once, after ten minutes in which somebody waits', async () => {
    const world = await helplineWorld();
    await missed(world);
    await pass(world, 9);
    expect(reminded(world)).toEqual([]);
    await pass(world, 1);
    expect(reminded(world)).toEqual([[an, true]]);
    await pass(world, 30);
    expect(reminded(world)).toHaveLength(1);
  });

  test('is rung as well when callers find nobody', async () => {
    const world = await helplineWorld();
    await missed(world);
    await world.elapse(5 * 60);
    await pass(world, 10);
    expect(reminded(world)).toEqual([[an, false]]);
  });

  test('is left in peace while others answer, and at night', async () => {
    const world = await helplineWorld({ openingHours: seedHours });
    const roomId = await missed(world);
    await world.command(bert, '!aan');
    await world.press(bert, '✋');
    await world.accept(bert);
    await world.say(bert, roomId);
    await pass(world, 30);
    expect(reminded(world)).toEqual([]);
    world.clock.elapse(10 * 3_600 * secondMs);
    await world.command(bert, '!uit');
    await remindPaused(world);
    expect(reminded(world)).toEqual([]);
  });

  test('is left in peace once they asked for the pause themselves', async () => {
    const world = await helplineWorld();
    await missed(world);
    await world.command(an, '!pauze');
    await pass(world, 30);
    expect(reminded(world)).toEqual([]);
  });

  test('is left in peace when they paused by themselves in the first place', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    await world.command(an, '!pauze');
    await pass(world, 30);
    expect(reminded(world)).toEqual([]);
  });
});
