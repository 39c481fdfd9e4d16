import { describe, expect, test } from '@jest/globals';
import { bearerHash, conversation, counsellors, insert, type OpenWorld } from './register-world.ts';

/** The bearers of open conversations. */
export function callerSessionsContract(world: OpenWorld): void {
  describe('the bearers', () => {
    test('say whose conversation it is', async () => {
      const made = await insert(world(), 1);
      expect(await world().callerSessions.find(bearerHash(1))).toEqual({
        conversationId: made.conversationId,
        caller: made.caller,
        device: made.callerDevice,
        roomId: made.roomId,
        counsellor: null,
        readers: [],
        invitee: null,
      });
    });

    test('name who reads along, and whom the browser is to invite', async () => {
      const { an, bo } = counsellors;
      const coming = {
        colleague: an,
        askedBy: bo,
        purpose: 'reads-along',
        stage: 'sharing',
        askedAt: 1,
        since: 1,
        sharedBy: 'caller',
        isHelp: false,
        invitedAt: null,
      } as const;
      const helpCall = { askedBy: bo, askedAt: 1, since: 2, open: [an] };
      const company = { readers: [bo], coming, successor: bo, helpCall, refused: [an] };
      const { conversationId } = await insert(world(), 1, { company });
      expect(await world().callerSessions.find(bearerHash(1))).toMatchObject({ readers: [bo], invitee: an });
      const kept = await world().unitOfWork.read(({ conversations }) => conversations.find(conversationId));
      expect(kept?.company).toEqual(company);
    });

    test('name the counsellor who has it', async () => {
      await insert(world(), 1, {
        phase: { name: 'taken', counsellor: counsellors.an, takenAt: 1, since: 1, asked: [] },
      });
      const session = await world().callerSessions.find(bearerHash(1));
      expect(session?.counsellor).toBe(counsellors.an);
    });

    test('are worth nothing when unknown, before there is a room, and once the conversation has ended', async () => {
      await insert(world(), 1, { phase: { name: 'ended', by: 'caller', at: 1, wasAttended: true } });
      await insert(world(), 2, { roomId: null });
      expect(await world().callerSessions.find('unknown')).toBeUndefined();
      expect(await world().callerSessions.find(bearerHash(1))).toBeUndefined();
      expect(await world().callerSessions.find(bearerHash(2))).toBeUndefined();
    });

    test('note signs of life, the newest one, without changing the version', async () => {
      const { conversationId, lastContactAt } = await insert(world(), 1);
      const { callerSessions, unitOfWork } = world();
      const read = () =>
        unitOfWork.run(async ({ conversations }) => [
          (await conversations.find(conversationId))?.lastContactAt,
          await conversations.version(conversationId),
        ]);
      const [, version] = await read();
      await callerSessions.touch(conversationId, lastContactAt + 20_000);
      await callerSessions.touch(conversationId, lastContactAt + 10_000);
      expect(await read()).toEqual([lastContactAt + 20_000, version]);
    });

    test('let cross-signing keys be uploaded once, whatever races', async () => {
      const { conversationId } = await insert(world(), 1);
      const claims = await Promise.all(
        ['one', 'two', 'three'].map((keys) =>
          world().callerSessions.claimCrossSigningUpload(conversationId, keys),
        ),
      );
      expect(claims.toSorted()).toEqual([false, false, true]);
    });

    test('let the same cross-signing keys be uploaded again, and no others', async () => {
      const { conversationId } = await insert(world(), 1);
      const claim = (keys: string) => world().callerSessions.claimCrossSigningUpload(conversationId, keys);
      expect([await claim('one'), await claim('one'), await claim('two')]).toEqual([true, true, false]);
    });

    test('claim nothing for a conversation that is not there', async () => {
      const claim = world().callerSessions.claimCrossSigningUpload(conversation(1).conversationId, 'one');
      await expect(claim).rejects.toThrow();
    });
  });
}
