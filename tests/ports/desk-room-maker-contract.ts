import { describe, expect, test } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { roomId, teamId } from '../support/parsed.ts';
import type { OpenDesk } from './desk-world.ts';

const month = '2026-11';

/** Who makes desk rooms. */
export function deskRoomMakerContract(world: OpenDesk): void {
  const teamRoom = (name: string): Promise<RoomId> => world().maker.makeTeam(teamId(name), name);
  const memberships = (room: RoomId, ...people: readonly UserId[]): Promise<readonly string[]> =>
    Promise.all(people.map((person) => world().membership(room, person)));

  describe('a desk room', () => {
    test('is made once for its owner, whatever it is called, and another one for the next', async () => {
      const { maker, colleagues } = world();
      const own = await maker.makeOwn(colleagues.an, 'An', month);
      expect(await maker.makeOwn(colleagues.an, 'Annelies', month)).toBe(own);
      expect(await maker.makeOwn(colleagues.bo, 'An', month)).not.toBe(own);
    });

    test('of one’s own is another one in the next month', async () => {
      const { maker, colleagues } = world();
      const own = await maker.makeOwn(colleagues.an, 'An', '2026-10');
      expect(await maker.makeOwn(colleagues.an, 'An', month)).not.toBe(own);
    });

    test('is made anew when it is gone from the homeserver', async () => {
      const { maker, destroy } = world();
      const room = await teamRoom('eupen');
      expect(await maker.peopleIn(room)).toEqual([]);
      await destroy(room);
      expect(await maker.peopleIn(room)).toBeUndefined();
      const again = await teamRoom('eupen');
      expect(again).not.toBe(room);
      expect(await maker.peopleIn(again)).toEqual([]);
    }, 60_000);

    test('is made once for a team, also when two ask at the same time', async () => {
      const [one, other] = await Promise.all([teamRoom('limburg'), teamRoom('limburg')]);
      expect(other).toBe(one);
      expect(await teamRoom('limburg')).toBe(one);
      expect(await teamRoom('antwerpen')).not.toBe(one);
    });

    test('has the desk in it, and not yet its owner', async () => {
      const { maker, desk, colleagues } = world();
      const room = await maker.makeOwn(colleagues.an, 'An', month);
      expect(await memberships(room, desk, colleagues.an)).toEqual(['join', 'leave']);
    });

    test('gets its people invited, however often it is asked, and leaves in it who is', async () => {
      const { maker, colleagues } = world();
      const { an, bo } = colleagues;
      const room = await teamRoom('namur');
      for (let time = 0; time < 2; time += 1) await maker.ensureInvited(room, [an, bo]);
      expect(await memberships(room, an, bo)).toEqual(['invite', 'invite']);
      await world().enter(room, an);
      await maker.ensureInvited(room, [an, bo]);
      expect(await memberships(room, an, bo)).toEqual(['join', 'invite']);
      expect((await maker.peopleIn(room))?.toSorted()).toEqual([an, bo].toSorted());
    });

    test('gets who declined or went invited again', async () => {
      const { maker, colleagues } = world();
      const { an, bo } = colleagues;
      const room = await teamRoom('luik');
      await maker.ensureInvited(room, [an, bo]);
      await world().enter(room, an);
      for (const person of [an, bo]) await world().leave(room, person);
      expect(await memberships(room, an, bo)).toEqual(['leave', 'leave']);
      expect(await maker.peopleIn(room)).toEqual([]);
      await maker.ensureInvited(room, [an, bo]);
      expect(await memberships(room, an, bo)).toEqual(['invite', 'invite']);
    });

    test('gets nobody invited while it is not there, which is told by a code', async () => {
      const inviting = world().maker.ensureInvited(roomId('!nowhere'), [world().colleagues.an]);
      await expect(inviting).rejects.toMatchObject({ code: expect.any(String) });
    });
  });

  describe('the space of a team', () => {
    const space = (name: string) => world().maker.makeSpace(teamId(name), name);

    test('is made once, and is no desk room of the team', async () => {
      const one = await space('limburg');
      expect(await space('limburg')).toBe(one);
      expect(await space('antwerpen')).not.toBe(one);
      expect(await teamRoom('limburg')).not.toBe(one);
    });

    test('holds what it is told to hold, and nothing else', async () => {
      const { maker, children } = world();
      const [one, room, other] = [await space('namur'), await teamRoom('namur'), await teamRoom('luik')];
      for (let time = 0; time < 2; time += 1) await maker.ensureChildren(one, [room, other]);
      expect((await children(one)).toSorted()).toEqual([room, other].toSorted());
      await maker.ensureChildren(one, [room]);
      expect(await children(one)).toEqual([room]);
    });

    test('shows nobody a room that they are not in', async () => {
      const { maker, colleagues, shownIn } = world();
      const [one, room] = [await space('brugge'), await teamRoom('brugge')];
      const own = await maker.makeOwn(colleagues.bo, 'Bo', month);
      await maker.ensureChildren(one, [room, own]);
      await maker.ensureInvited(one, [colleagues.an]);
      await maker.ensureInvited(room, [colleagues.an]);
      for (const each of [one, room]) await world().enter(each, colleagues.an);
      expect(await shownIn(one, colleagues.an)).toEqual([room]);
    });

    test('that is not there holds nothing, which is told by a code', async () => {
      const holding = world().maker.ensureChildren(roomId('!nowhere'), []);
      await expect(holding).rejects.toMatchObject({ code: expect.any(String) });
    });
  });
}
