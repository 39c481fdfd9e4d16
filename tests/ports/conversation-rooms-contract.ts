import { describe, expect, test } from '@jest/globals';
import type { RoomId, UserId } from '../../appservice/domain/ids.ts';
import { caseNumber, roomId } from '../support/parsed.ts';
import { registered, type OpenHomeserver } from './homeserver-world.ts';

const number = caseNumber('4711');
const sentence = 'Gesprek afgerond. Dank je wel.';
const nowhere = roomId('!nowhere');
const coded = expect.objectContaining({ code: expect.any(String) });

/** Who makes conversation rooms, and who lets people in and out of them. */
export function conversationRoomsContract(world: OpenHomeserver): void {
  const made = async (): Promise<{ readonly caller: UserId; readonly room: RoomId }> => {
    const caller = await registered(world());
    return { caller, room: await world().rooms.createRoom(caller, number) };
  };
  const membership = async (room: RoomId, person: UserId) =>
    (await world().standing(room, person)).membership;

  describe('the room of a conversation', () => {
    test('has its caller and the host in it', async () => {
      const { caller, room } = await made();
      expect(await membership(room, caller)).toBe('join');
      expect(await membership(room, world().host)).toBe('join');
    });

    test('is made once for a caller, and another one for the next', async () => {
      const [one, other] = [await made(), await made()];
      expect(await world().rooms.createRoom(one.caller, number)).toBe(one.room);
      expect(await world().rooms.createRoom(one.caller, caseNumber('4712'))).toBe(one.room);
      expect(other.room).not.toBe(one.room);
    });

    test('is the one that the host made just before a crash, before the caller was in it', async () => {
      const caller = await registered(world());
      const room = await world().makeRoom(world().host, caller);
      expect(await world().rooms.createRoom(caller, number)).toBe(room);
      expect(await membership(room, caller)).toBe('join');
    });

    test('is not somebody else’s room that the caller was invited to', async () => {
      const [caller, other] = [await registered(world()), await registered(world())];
      const foreign = await world().makeRoom(other, caller);
      expect(await world().rooms.createRoom(caller, number)).not.toBe(foreign);
    });

    test('is refused by a code to a caller who was never registered', async () => {
      const making = world().rooms.createRoom(world().newCaller(), number);
      await expect(making).rejects.toEqual(coded);
    });
  });

  describe('the host', () => {
    test('invites, however often it is asked', async () => {
      const { room } = await made();
      const { an } = world().people;
      for (let time = 0; time < 2; time += 1) await world().inviter.invite(room, an);
      expect(await membership(room, an)).toBe('invite');
    });

    test('leaves in the room whoever is in it and is invited again', async () => {
      const { caller, room } = await made();
      const { an } = world().people;
      await world().inviter.invite(room, an);
      await world().enter(room, an);
      await world().inviter.invite(room, an);
      await world().inviter.invite(room, caller);
      expect([await membership(room, an), await membership(room, caller)]).toEqual(['join', 'join']);
    });

    test('invites again who declined, and whom it removed', async () => {
      const { room } = await made();
      const { an } = world().people;
      await world().inviter.invite(room, an);
      await world().leave(room, an);
      expect(await membership(room, an)).toBe('leave');
      await world().inviter.invite(room, an);
      expect(await membership(room, an)).toBe('invite');
      await world().remover.remove(room, an, sentence);
      await world().inviter.invite(room, an);
      expect(await membership(room, an)).toBe('invite');
    });

    test('withdraws an invitation with one sentence, once, however often it is asked', async () => {
      const { room } = await made();
      const { an } = world().people;
      await world().inviter.invite(room, an);
      await world().remover.remove(room, an, sentence);
      await world().remover.remove(room, an, 'Nog eens.');
      expect(await world().standing(room, an)).toEqual({ membership: 'leave', reason: sentence });
    });

    test('removes who is in the room, with one sentence', async () => {
      const { room } = await made();
      const { an } = world().people;
      await world().inviter.invite(room, an);
      await world().enter(room, an);
      await world().remover.remove(room, an, sentence);
      expect(await world().standing(room, an)).toEqual({ membership: 'leave', reason: sentence });
    });

    test('has nothing to do for whoever was never in the room', async () => {
      const { room } = await made();
      for (const person of [world().people.an, world().nobody, world().elsewhere]) {
        await world().remover.remove(room, person, sentence);
        expect(await world().standing(room, person)).toEqual({ membership: 'leave', reason: undefined });
      }
    });

    test('empties the room but for itself, however often it is asked', async () => {
      const { caller, room } = await made();
      const { an, bo } = world().people;
      for (const person of [an, bo]) await world().inviter.invite(room, person);
      await world().enter(room, an);
      for (let time = 0; time < 2; time += 1) await world().remover.removeAll(room, sentence);
      for (const person of [caller, an, bo]) {
        expect(await world().standing(room, person)).toEqual({ membership: 'leave', reason: sentence });
      }
      expect(await membership(room, world().host)).toBe('join');
    });

    test('empties the room without a word to whoever went before', async () => {
      const { room } = await made();
      const { an } = world().people;
      await world().inviter.invite(room, an);
      await world().leave(room, an);
      await world().remover.removeAll(room, sentence);
      expect(await world().standing(room, an)).toEqual({ membership: 'leave', reason: undefined });
    });

    test('is refused by a code in a room that is not there', async () => {
      const { inviter, remover, people } = world();
      await expect(inviter.invite(nowhere, people.an)).rejects.toEqual(coded);
      await expect(remover.remove(nowhere, people.an, sentence)).rejects.toEqual(coded);
      await expect(remover.removeAll(nowhere, sentence)).rejects.toEqual(coded);
    });
  });
}
