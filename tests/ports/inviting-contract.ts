import { describe, expect, test } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { caseNumber, roomId } from '../support/parsed.ts';
import { registered, type OpenHomeserver } from './homeserver-world.ts';

const nowhere = roomId('!nowhere');
const coded = expect.objectContaining({ code: expect.any(String) });

/** Who else than the host may invite into a conversation's room (design 6). */
export function invitingContract(world: OpenHomeserver): void {
  const made = async (): Promise<{ readonly caller: UserId; readonly room: RoomId }> => {
    const caller = await registered(world());
    const room = await world().rooms.createRoom(caller, caseNumber('4711'));
    const { an } = world().people;
    await world().inviter.invite(room, an);
    await world().enter(room, an);
    return { caller, room };
  };

  describe('the right to invite', () => {
    test('is the caller’s, and nobody’s of the people', async () => {
      const { caller, room } = await made();
      const { an } = world().people;
      expect([await world().mayInvite(room, caller), await world().mayInvite(room, an)]).toEqual([
        true,
        false,
      ]);
    });

    test('is given to one of them and taken back, however often it is asked, and stays the caller’s', async () => {
      const { caller, room } = await made();
      const { an, bo } = world().people;
      const may = () => Promise.all([caller, an, bo].map((person) => world().mayInvite(room, person)));
      for (let time = 0; time < 2; time += 1) await world().inviting.allowInviting(room, an);
      expect(await may()).toEqual([true, true, false]);
      for (let time = 0; time < 2; time += 1) await world().inviting.forbidInviting(room, an);
      expect(await may()).toEqual([true, false, false]);
    });

    test('is refused by a code in a room that is not there', async () => {
      const { inviting, people } = world();
      await expect(inviting.allowInviting(nowhere, people.an)).rejects.toEqual(coded);
      await expect(inviting.forbidInviting(nowhere, people.an)).rejects.toEqual(coded);
    });
  });

  describe('a room that is made ready for somebody who comes back', () => {
    test('has the same people as before', async () => {
      const { caller, room } = await made();
      const { an } = world().people;
      await world().leave(room, an);
      for (let time = 0; time < 2; time += 1) await world().inviting.prepareReturn(room, an);
      const memberships = [caller, an].map(
        async (person) => (await world().standing(room, person)).membership,
      );
      expect(await Promise.all(memberships)).toEqual(['join', 'leave']);
    });
  });
}
