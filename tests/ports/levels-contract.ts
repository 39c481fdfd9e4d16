import { describe, expect, test } from '@jest/globals';
import { caseNumber, roomId } from '../support/parsed.ts';
import { registered, type OpenHomeserver } from './homeserver-world.ts';

/** What people may do in a room of the service is put back, whoever changed it. */
export function levelsContract(world: OpenHomeserver): void {
  const made = async () => {
    const caller = await registered(world());
    const room = await world().rooms.createRoom(caller, caseNumber('4711'));
    const { an, bo } = world().people;
    for (const person of [an, bo]) {
      await world().inviter.invite(room, person);
      await world().enter(room, person);
    }
    const may = () => Promise.all([caller, an, bo].map((person) => world().mayInvite(room, person)));
    return { caller, room, an, bo, may };
  };

  describe('what people may do in a conversation’s room', () => {
    test('is the caller’s right to invite and nothing else, once it is put back', async () => {
      const { room, caller, bo, may } = await made();
      await world().givePower(room, bo);
      expect(await may()).toEqual([true, false, true]);
      for (let time = 0; time < 2; time += 1) {
        await world().levels.putBackConversation(room, { caller, mayKeep: [] });
      }
      expect(await may()).toEqual([true, false, false]);
    });

    test('leaves those who may invite now what they have, and gives it to nobody', async () => {
      const { room, caller, an, bo, may } = await made();
      await world().inviting.allowInviting(room, an);
      await world().levels.putBackConversation(room, { caller, mayKeep: [an, bo] });
      expect(await may()).toEqual([true, true, false]);
    });

    test('is refused by a code in a room that is not there', async () => {
      const { levels, newCaller } = world();
      const putting = levels.putBackConversation(roomId('!nowhere'), { caller: newCaller(), mayKeep: [] });
      await expect(putting).rejects.toMatchObject({ code: expect.any(String) });
    });
  });

  test('what people may do in a desk room is nothing that lets anybody in, once it is put back', async () => {
    const { desk, people } = world();
    const room = await world().makeRoom(desk, people.an);
    await world().givePower(room, people.bo);
    expect(await world().mayInvite(room, people.bo)).toBe(true);
    await world().levels.putBackDesk(room);
    expect(await world().mayInvite(room, people.bo)).toBe(false);
  });
}
