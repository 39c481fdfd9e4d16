import { describe, expect, test } from '@jest/globals';
import type { Registers } from '../../appservice/ports/unit-of-work.ts';
import { roomId, teamId } from '../support/parsed.ts';
import { counsellors, type OpenWorld } from './register-world.ts';

const { an } = counsellors;
const team = teamId('limburg');
const [first, second, teamRoom] = [roomId('!first'), roomId('!second'), roomId('!team')];

/** What is known of the desk's rooms. */
export function deskRoomsContract(world: OpenWorld): void {
  const run = <T>(work: (registers: Registers) => Promise<T>) => world().unitOfWork.run(work);

  describe('the desk rooms', () => {
    test('are one for each place, and known by their rooms', async () => {
      await run(async ({ deskRooms }) => {
        await deskRooms.save({ own: an }, first, '2026-11');
        await deskRooms.save({ team }, teamRoom, null);
        await deskRooms.save({ own: an }, second, '2026-12');
      });
      await run(async ({ deskRooms }) => {
        expect(await deskRooms.find({ own: an })).toBe(second);
        expect(await deskRooms.find({ team: teamId('antwerpen') })).toBeUndefined();
        expect(await deskRooms.placeOf(second)).toEqual({ own: an });
        expect(await deskRooms.placeOf(teamRoom)).toEqual({ team });
        expect(await deskRooms.placeOf(roomId('!other'))).toBeUndefined();
        expect(await deskRooms.all()).toEqual(
          expect.arrayContaining([
            { place: { own: an }, roomId: second, month: '2026-12' },
            { place: { team }, roomId: teamRoom, month: null },
          ]),
        );
      });
    });

    test('that were replaced are left, and still desk rooms, until they are forgotten', async () => {
      await run(async ({ deskRooms }) => {
        await deskRooms.save({ own: an }, first, null);
        await deskRooms.save({ own: an }, second, null);
        await deskRooms.save({ own: an }, second, '2026-12');
        expect(await deskRooms.left()).toEqual([first]);
        expect(await deskRooms.placeOf(first)).toEqual({ own: an });
        await deskRooms.forget(first);
        expect([await deskRooms.left(), await deskRooms.placeOf(first)]).toEqual([[], undefined]);
      });
    });

    test('that are taken up again are not left any more', async () => {
      await run(async ({ deskRooms }) => {
        for (const room of [first, second, first]) await deskRooms.save({ own: an }, room, null);
        expect([await deskRooms.left(), await deskRooms.find({ own: an })]).toEqual([[second], first]);
      });
    });

    test('of whoever leaves are left, and none is theirs', async () => {
      await run(async ({ deskRooms }) => {
        await deskRooms.save({ own: an }, first, null);
        await deskRooms.leave({ own: an });
        expect(await deskRooms.find({ own: an })).toBeUndefined();
        expect([await deskRooms.all(), await deskRooms.left()]).toEqual([[], [first]]);
      });
    });
  });

  test('a team has one space, until it is forgotten', async () => {
    await run(async ({ deskSpaces }) => {
      await deskSpaces.save(team, first);
      await deskSpaces.save(team, second);
      expect([...(await deskSpaces.all())]).toEqual([[team, second]]);
      await deskSpaces.forget(team);
      expect((await deskSpaces.all()).size).toBe(0);
    });
  });

  test('an invitation is known by its last time, until they come', async () => {
    await run(async ({ deskInvitations }) => {
      expect(await deskInvitations.invitedAt(first, an)).toBeUndefined();
      await deskInvitations.note(first, an, 10);
      await deskInvitations.note(first, an, 20);
      expect(await deskInvitations.invitedAt(first, an)).toBe(20);
      expect(await deskInvitations.invitedAt(second, an)).toBeUndefined();
      await deskInvitations.forget(first, an);
      expect(await deskInvitations.invitedAt(first, an)).toBeUndefined();
    });
  });
}
