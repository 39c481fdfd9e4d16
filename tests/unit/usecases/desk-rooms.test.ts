import { describe, expect, test } from '@jest/globals';
import type { RoomId, UserId } from '../../../appservice/domain/ids.ts';
import type { Roster } from '../../../appservice/domain/roster.ts';
import { provisionDesk } from '../../../appservice/usecases/provision-desk.ts';
import { must, teamId } from '../../support/parsed.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people, sampleRoster } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;
const minute = 60_000;
const day = 24 * 60 * minute;

/** One run of provisioning, and what follows; the roster may be another one than at the start. */
async function provision(world: HelplineWorld, roster: Roster = sampleRoster): Promise<void> {
  expect(await provisionDesk({ ...world, roster, rooms: world.deskDevice })).toBe(0);
  await world.settle();
}

const membersOf = (world: HelplineWorld, room: RoomId) =>
  must(world.homeserver.rooms.get(room), 'the room').members;

/** Who is in a room or invited. */
const presentIn = (world: HelplineWorld, room: RoomId) =>
  [...membersOf(world, room)].filter(([, membership]) => membership !== 'leave').map(([person]) => person);

const spaceOf = (world: HelplineWorld, team: string) =>
  must(world.database.tables.deskSpaces.get(teamId(team)), 'a space');

const moving = (membership: 'join' | 'leave') => (world: HelplineWorld, who: UserId, room: RoomId) => {
  world.homeserver.setMember(room, { member: who, membership, sender: who });
  return world.settle();
};
const enter = moving('join');
const leave = moving('leave');

const withoutAn: Roster = { ...sampleRoster, members: sampleRoster.members.slice(1) };
const bertInAntwerp: Roster = {
  ...sampleRoster,
  members: sampleRoster.members.map((member) =>
    member.userId === bert ? { ...member, teamId: teamId('antwerpen') } : member,
  ),
};

describe('the space of a team', () => {
  test('holds the team’s desk room and its members’ own, and no conversation', async () => {
    const world = await helplineWorld();
    await joinedBy(an, world);
    await provision(world);
    const held = world.deskDevice.children.get(spaceOf(world, 'limburg'));
    const expected = ['limburg', an, bert].map((owner) => world.deskRoom(owner));
    expect(held?.toSorted()).toEqual(expected.toSorted());
  });

  test('has the team’s members and the coordinators of all teams in it', async () => {
    const world = await helplineWorld();
    expect(presentIn(world, spaceOf(world, 'limburg'))).toEqual([world.desk, an, bert, dina]);
  });

  test('is made anew when it is gone, with what it held', async () => {
    const world = await helplineWorld();
    const before = spaceOf(world, 'limburg');
    await world.homeserver.purge(before);
    await provision(world);
    const after = spaceOf(world, 'limburg');
    expect(after).not.toBe(before);
    expect(world.deskDevice.children.get(after)).toHaveLength(3);
  });
});

describe('who the roster names no more', () => {
  test('is out of the team’s desk room and space, and their own desk room is emptied and purged', async () => {
    const world = await helplineWorld();
    const [own, team] = [world.deskRoom(an), world.deskRoom('limburg')];
    await enter(world, an, team);
    await provision(world, withoutAn);
    expect(presentIn(world, team)).not.toContain(an);
    expect(presentIn(world, spaceOf(world, 'limburg'))).not.toContain(an);
    await provision(world, withoutAn);
    expect(world.homeserver.rooms.has(own)).toBe(false);
    expect(world.database.tables.leftDeskRooms).toEqual([]);
    expect(world.deskDevice.children.get(spaceOf(world, 'limburg'))).not.toContain(own);
  });

  test('is treated likewise when they were offboarded, and is not invited again', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const duty = world.duty(an);
    await world.unitOfWork.run(({ duties }) => duties.save({ ...duty, state: 'off', offboardedAt: 1 }));
    await provision(world);
    expect(presentIn(world, world.deskRoom('limburg'))).toEqual([world.desk, bert, dina]);
  });

  test('comes back to a new own desk room when they are named again', async () => {
    const world = await helplineWorld();
    const before = world.deskRoom(an);
    await provision(world, withoutAn);
    await provision(world, withoutAn);
    await provision(world);
    expect(world.deskRoom(an)).not.toBe(before);
    expect(presentIn(world, world.deskRoom(an))).toEqual([world.desk, an]);
  });
});

test('who changes teams is out of the old team’s rooms and invited to the new one’s', async () => {
  const roster = { ...sampleRoster };
  const world = await helplineWorld({ roster });
  Object.assign(roster, bertInAntwerp); // the service starts anew with another configuration
  await provision(world, roster);
  expect(presentIn(world, world.deskRoom('limburg'))).toEqual([world.desk, an, dina]);
  expect(presentIn(world, world.deskRoom('antwerpen'))).toEqual([world.desk, chris, dina, bert]);
  const held = world.deskDevice.children.get(spaceOf(world, 'antwerpen'));
  expect(held).toContain(world.deskRoom(bert));
});

test('the rooms of a team that is no more are emptied and purged', async () => {
  const world = await helplineWorld();
  const [room, space] = [world.deskRoom('antwerpen'), spaceOf(world, 'antwerpen')];
  const roster: Roster = {
    teams: sampleRoster.teams.slice(1),
    members: sampleRoster.members.filter(({ userId }) => userId !== chris),
  };
  await provision(world, roster);
  await provision(world, roster);
  expect(world.homeserver.rooms.has(room)).toBe(false);
  expect(presentIn(world, space)).toEqual([world.desk]);
});

describe('somebody who leaves their own desk room by hand', () => {
  test('is invited again with the next run', async () => {
    const world = await helplineWorld();
    const own = world.deskRoom(an);
    await leave(world, an, own);
    await provision(world);
    expect(membersOf(world, own).get(an)).toBe('invite');
  });

  test('and declines the invitation is left alone for a day', async () => {
    const world = await helplineWorld();
    const own = world.deskRoom(an);
    await leave(world, an, own);
    await provision(world);
    await leave(world, an, own);
    world.clock.elapse(day - minute);
    await provision(world);
    expect(membersOf(world, own).get(an)).toBe('leave');
    world.clock.elapse(minute);
    await provision(world);
    expect(membersOf(world, own).get(an)).toBe('invite');
  });
});

describe('a desk room that is gone from the homeserver', () => {
  test('is made anew, its owner invited, and welcomed there with other words', async () => {
    const world = await helplineWorld();
    const before = world.deskRoom(an);
    await world.homeserver.purge(before);
    await provision(world);
    const after = world.deskRoom(an);
    expect([after === before, membersOf(world, after).get(an)]).toEqual([false, 'invite']);
    await enter(world, an, after);
    expect(world.shown(an)).toEqual([{ kind: 'desk-room', message: { code: 'new-desk' } }]);
    await provision(world);
    expect(world.database.tables.leftDeskRooms).toEqual([]);
  });

  test('with a card that rings has it again in the new one, where it can be taken', async () => {
    const world = await helplineWorld();
    await world.onDuty(an);
    const { conversationId } = await world.call();
    await world.homeserver.purge(world.deskRoom(an));
    await provision(world);
    await enter(world, an, world.deskRoom(an));
    expect(world.card(an)).toBe('open');
    const entry = world.deskDevice.entries.findLast(({ versions }) => versions.at(-1)?.kind === 'card');
    expect(entry).toMatchObject({ mention: an, hasHand: true });
    await world.press(an, '✋');
    expect(world.conversation(conversationId).phase.name).toBe('taken');
    expect(world.card(an)).toBe('taken');
  });

  test('with the card of a conversation has it again, and it is followed to the end', async () => {
    const world = await helplineWorld();
    await joinedBy(an, world);
    await world.homeserver.purge(world.deskRoom(an));
    await provision(world);
    await enter(world, an, world.deskRoom(an));
    expect(world.card(an)).toBe('taken');
    await world.command(an, '!einde');
    expect(world.card(an)).toBe('ended');
  });

  test('and is the team’s has the cards of who waits again', async () => {
    const world = await helplineWorld();
    await world.onDuty(an, bert);
    const { conversationId } = await world.call();
    await world.elapse(60);
    await world.homeserver.purge(world.deskRoom('limburg'));
    await provision(world);
    expect(world.card('limburg')).toBe('open');
    await world.command(bert, '!aan');
    await world.press(bert, '✋', 'limburg');
    expect(world.conversation(conversationId).phase.name).toBe('taken');
  });
});
