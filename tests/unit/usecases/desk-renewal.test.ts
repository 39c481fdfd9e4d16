import { describe, expect, test } from '@jest/globals';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { provisionDesk } from '../../../appservice/usecases/provision-desk.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an } = people;

/** 30 November 2026, 23:59 in Brussels. */
const lastMinute = Date.UTC(2026, 10, 30, 22, 59);
const minute = 60_000;

const monthEnds = () => helplineWorld({ startsAt: lastMinute });

async function provision(world: HelplineWorld): Promise<void> {
  expect(await provisionDesk({ ...world, rooms: world.deskDevice })).toBe(0);
  await world.settle();
}

describe('an own desk room', () => {
  test('is made anew when the month of the wall clock begins, and not before', async () => {
    const world = await monthEnds();
    const before = world.deskRoom(an);
    await provision(world);
    expect(world.deskRoom(an)).toBe(before);
    world.clock.elapse(minute);
    await provision(world);
    const after = world.deskRoom(an);
    expect(after).not.toBe(before);
    expect(world.homeserver.rooms.get(after)?.members.get(an)).toBe('invite');
  });

  test('lets everybody out of the old one with a sentence, and has it purged', async () => {
    const world = await monthEnds();
    const before = world.deskRoom(an);
    world.clock.elapse(minute);
    world.homeserver.failing.set('purge', 'timeout');
    expect(await provisionDesk({ ...world, rooms: world.deskDevice })).toBe(4);
    expect(world.homeserver.rooms.get(before)?.changes.get(an)).toMatchObject({
      membership: 'leave',
      reason: 'Elke maand krijg je een nieuwe balie. Neem de uitnodiging aan; deze mag je vergeten.',
    });
    world.homeserver.failing.clear();
    await provision(world);
    await provision(world);
    expect(world.homeserver.rooms.has(before)).toBe(false);
    expect(world.database.tables.leftDeskRooms).toEqual([]);
  });

  test('says first in the new one that the old may be forgotten', async () => {
    const world = await monthEnds();
    world.clock.elapse(minute);
    await provision(world);
    const room = world.deskRoom(an);
    world.homeserver.setMember(room, { member: an, membership: 'join', sender: an });
    await world.settle();
    expect(world.shown(an)).toEqual([{ kind: 'desk-room', message: { code: 'new-desk' } }]);
  });

  test('stays while its owner is on duty, because they would be rung where they are not', async () => {
    const world = await monthEnds();
    await world.command(an, '!aan');
    const before = world.deskRoom(an);
    world.clock.elapse(minute);
    await provision(world);
    expect(world.deskRoom(an)).toBe(before);
    await world.command(an, '!uit');
    await provision(world);
    expect(world.deskRoom(an)).not.toBe(before);
  });

  test('stays while a conversation has its card in there', async () => {
    const world = await monthEnds();
    const { conversationId } = await joinedBy(an, world);
    await world.command(an, '!uit');
    const before = world.deskRoom(an);
    world.clock.elapse(minute);
    await provision(world);
    expect(world.deskRoom(an)).toBe(before);
    await endConversation(world, { conversationId, by: 'caller' });
    await world.settle();
    await provision(world);
    expect(world.deskRoom(an)).not.toBe(before);
  });

  test('is renewed with no duty taken from anybody, and the new one is heard', async () => {
    const world = await monthEnds();
    world.clock.elapse(minute);
    await provision(world);
    const room = world.deskRoom(an);
    world.homeserver.setMember(room, { member: an, membership: 'join', sender: an });
    await world.command(an, '!aan');
    expect(world.duty(an).state).toBe('on');
  });
});
