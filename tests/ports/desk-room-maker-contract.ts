import { describe, expect, test } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { roomId, teamId } from '../support/parsed.ts';
import type { OpenDesk } from './desk-world.ts';

/** Who makes desk rooms. */
export function deskRoomMakerContract(world: OpenDesk): void {
  const teamRoom = (name: string): Promise<RoomId> => world().maker.makeTeam(teamId(name), name);
  const memberships = (room: RoomId, ...people: readonly UserId[]): Promise<readonly string[]> =>
    Promise.all(people.map((person) => world().membership(room, person)));

  describe('a desk room', () => {
    test('is made once for its owner, whatever it is called, and another one for the next', async () => {
      const { maker, colleagues } = world();
      const own = await maker.makeOwn(colleagues.an, 'An');
      expect(await maker.makeOwn(colleagues.an, 'Annelies')).toBe(own);
      expect(await maker.makeOwn(colleagues.bo, 'An')).not.toBe(own);
    });

    test('is made once for a team, also when two ask at the same time', async () => {
      const [one, other] = await Promise.all([teamRoom('limburg'), teamRoom('limburg')]);
      expect(other).toBe(one);
      expect(await teamRoom('limburg')).toBe(one);
      expect(await teamRoom('antwerpen')).not.toBe(one);
    });

    test('has the desk in it, and not yet its owner', async () => {
      const { maker, desk, colleagues } = world();
      const room = await maker.makeOwn(colleagues.an, 'An');
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
    });

    test('gets who declined or went invited again', async () => {
      const { maker, colleagues } = world();
      const { an, bo } = colleagues;
      const room = await teamRoom('luik');
      await maker.ensureInvited(room, [an, bo]);
      await world().enter(room, an);
      for (const person of [an, bo]) await world().leave(room, person);
      expect(await memberships(room, an, bo)).toEqual(['leave', 'leave']);
      await maker.ensureInvited(room, [an, bo]);
      expect(await memberships(room, an, bo)).toEqual(['invite', 'invite']);
    });

    test('gets nobody invited while it is not there, which is told by a code', async () => {
      const inviting = world().maker.ensureInvited(roomId('!nowhere'), [world().colleagues.an]);
      await expect(inviting).rejects.toMatchObject({ code: expect.any(String) });
    });
  });
}
