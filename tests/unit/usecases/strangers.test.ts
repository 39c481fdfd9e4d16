import { describe, expect, test } from '@jest/globals';
import type { UserId } from '../../../appservice/domain/ids.ts';
import { endConversation } from '../../../appservice/usecases/end-conversation.ts';
import { provisionDesk } from '../../../appservice/usecases/provision-desk.ts';
import { must, teamId, userId } from '../../support/parsed.ts';
import { companyWorld } from '../../support/worlds/company-world.ts';
import { helplineWorld, joinedBy, type HelplineWorld } from '../../support/worlds/helpline-world.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const { an, bert, chris, dina } = people;
const spy = userId('@spy:localhost');

/** What the desk said to somebody about one who was let in, and whether it rang. */
const warned =
  ({ deskDevice, deskRoom }: Pick<HelplineWorld, 'deskDevice' | 'deskRoom'>) =>
  (who: UserId) =>
    deskDevice.entries.flatMap(({ place, versions, mention }) => {
      const [message] = versions;
      if (place.roomId !== deskRoom(who) || message?.kind !== 'desk-room') return [];
      return message.message.code === 'intrusion' ? [{ ...message.message, rings: mention === who }] : [];
    });

describe('somebody who is invited in the host’s name and may not be in a conversation', () => {
  test('is out again, and its counsellor and every coordinator are rung', async () => {
    const world = await companyWorld();
    await world.invite(world.host, spy);
    expect(world.membership(spy)).toBe('leave');
    const { caseNumber } = world.conversation(world.conversationId);
    const said = {
      code: 'intrusion',
      what: { code: 'let-in', stranger: spy },
      where: { conversation: caseNumber },
      rings: true,
    };
    expect(warned(world)(an)).toEqual([{ ...said, isCoordinator: false }]);
    expect(warned(world)(dina)).toEqual([{ ...said, isCoordinator: true }]);
    expect(warned(world)(bert)).toEqual([]);
  });

  test('is in the audit log', async () => {
    const world = await companyWorld();
    await world.invite(world.host, spy);
    expect((await world.audited()).at(-1)).toMatchObject({
      act: 'stranger-removed',
      who: world.host,
      subject: spy,
    });
  });

  test('is told of once an hour, and removed each time', async () => {
    const world = await companyWorld();
    for (let time = 0; time < 3; time += 1) {
      await world.invite(world.host, spy);
      expect(world.membership(spy)).toBe('leave');
    }
    expect(warned(world)(dina)).toHaveLength(1);
  });

  test('is out of a conversation that is over as well, and the coordinators are rung', async () => {
    const world = await companyWorld();
    await endConversation(world, { ...world, by: 'caller' });
    await world.settle();
    await world.invite(world.host, spy);
    expect(world.membership(spy)).toBe('leave');
    expect(warned(world)(dina)).toMatchObject([{ what: { stranger: spy }, rings: true }]);
  });

  test('is out without a ring when it is a colleague whose own invitation comes late', async () => {
    const world = await companyWorld();
    await world.invite(world.host, chris);
    expect(world.membership(chris)).toBe('leave');
    expect(warned(world)(dina)).toEqual([]);
    expect((await world.audited()).at(-1)).toMatchObject({ act: 'stranger-removed', subject: chris });
  });

  test('rings when it is a colleague whom nobody has seen on duty yet', async () => {
    const world = await helplineWorld();
    const { roomId } = await joinedBy(an, world);
    world.homeserver.setMember(roomId, { member: chris, membership: 'invite', sender: world.host });
    await world.settle();
    expect(warned(world)(dina)).toMatchObject([{ what: { stranger: chris } }]);
  });
});

describe('somebody who joins a conversation without having been let in', () => {
  test('is out again, audited, and told of', async () => {
    const world = await companyWorld();
    world.homeserver.setMember(world.roomId, { member: spy, membership: 'join', sender: spy });
    await world.settle();
    expect(world.membership(spy)).toBe('leave');
    expect(warned(world)(an)).toMatchObject([{ what: { stranger: spy }, rings: true }]);
    expect((await world.audited()).at(-1)).toMatchObject({ act: 'stranger-removed', who: spy });
  });

  test('by an invitation of somebody else than the people of the room is told of likewise', async () => {
    const world = await companyWorld();
    await world.invite(userId('@admin:localhost'), spy);
    expect(world.membership(spy)).toBe('leave');
    expect(warned(world)(dina)).toMatchObject([{ what: { stranger: spy } }]);
  });
});

describe('the host’s own invitation', () => {
  test('of who took the conversation changes nothing', async () => {
    const world = await helplineWorld();
    await world.onDuty(dina);
    const { roomId } = await joinedBy(an, world);
    expect(world.homeserver.rooms.get(roomId)?.members.get(an)).toBe('join');
    expect(warned(world)(dina)).toEqual([]);
  });

  test('of who reads a conversation again changes nothing', async () => {
    const world = await companyWorld();
    await world.command(an, '!einde');
    await world.command(an, '!heropen 1001 nalezen voor verslag');
    expect(world.membership(an)).toBe('invite');
    expect(warned(world)(dina)).toEqual([]);
  });
});

describe('somebody who is invited in the desk’s name', () => {
  test('to somebody’s own desk is out again, audited, and its owner and every coordinator are rung', async () => {
    const world = await helplineWorld();
    const room = world.deskRoom(an);
    world.homeserver.setMember(room, { member: spy, membership: 'invite', sender: world.desk });
    await world.settle();
    expect(world.homeserver.rooms.get(room)?.members.get(spy)).toBe('leave');
    expect(warned(world)(an)).toMatchObject([
      { where: { desk: 'An' }, what: { stranger: spy }, rings: true },
    ]);
    expect(warned(world)(dina)).toMatchObject([{ where: { desk: 'An' }, isCoordinator: true, rings: true }]);
    expect(world.database.tables.audit.at(-1)).toMatchObject({ act: 'stranger-removed', subject: spy });
  });

  test('to a team’s desk is out again, and every coordinator is rung', async () => {
    const world = await helplineWorld();
    const room = world.deskRoom('limburg');
    world.homeserver.setMember(room, { member: spy, membership: 'invite', sender: world.desk });
    await world.settle();
    expect(world.homeserver.rooms.get(room)?.members.get(spy)).toBe('leave');
    expect(warned(world)(dina)).toMatchObject([
      { where: { desk: 'Limburg' }, what: { stranger: spy }, rings: true },
    ]);
    expect(warned(world)(an)).toEqual([]);
  });

  test('and belongs there stays', async () => {
    const world = await helplineWorld();
    const room = world.deskRoom('limburg');
    expect(world.homeserver.rooms.get(room)?.members.get(an)).toBe('invite');
    expect(warned(world)(dina)).toEqual([]);
  });
});

describe('somebody who is found in a room of the desk and never worked here', () => {
  const spaceOfLimburg = ({ database }: HelplineWorld) =>
    must(database.tables.deskSpaces.get(teamId('limburg')), 'a space');

  test('is out, audited, and told of', async () => {
    const world = await helplineWorld();
    const space = spaceOfLimburg(world);
    world.homeserver.setMember(space, { member: spy, membership: 'invite', sender: world.desk });
    await provisionDesk({ ...world, rooms: world.deskDevice });
    await world.settle();
    expect(world.homeserver.rooms.get(space)?.members.get(spy)).toBe('leave');
    expect(world.database.tables.audit.at(-1)).toMatchObject({ act: 'stranger-removed', subject: spy });
    expect(warned(world)(dina)).toMatchObject([{ where: { desk: 'Limburg' }, what: { stranger: spy } }]);
  });

  test('and did work here rings for nobody', async () => {
    const world = await helplineWorld();
    const roster = { ...world.roster, members: world.roster.members.filter(({ userId: id }) => id !== bert) };
    await provisionDesk({ ...world, roster, rooms: world.deskDevice });
    await world.settle();
    expect(world.homeserver.rooms.get(spaceOfLimburg(world))?.members.get(bert)).toBe('leave');
    expect(warned(world)(dina)).toEqual([]);
  });
});

test('somebody who is brought into a desk room by the administrator’s own join is told of', async () => {
  const world = await helplineWorld();
  const room = world.deskRoom(an);
  world.homeserver.setMember(room, { member: spy, membership: 'join', sender: spy });
  await world.settle();
  expect(world.homeserver.rooms.get(room)?.members.get(spy)).toBe('leave');
  expect(warned(world)(dina)).toMatchObject([{ what: { stranger: spy }, rings: true }]);
});
