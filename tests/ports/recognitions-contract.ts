import { describe, expect, test } from '@jest/globals';
import type { Phase } from '../../appservice/domain/conversation.ts';
import type { Recognition } from '../../appservice/domain/recognition.ts';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

const { an, bo } = counsellors;
const mark = (fingerprint: string, keyId = '2026-11-a') => ({ keyId, fingerprint });
const ended = (wasAttended: boolean): Phase => ({ name: 'ended', by: 'caller', at: 2_000_000, wasAttended });
const talking: Phase = { name: 'talking', counsellor: bo, takenAt: 1, since: 1, asked: [] };

/** By what callers can be recognised, and what is told of it. */
export function recognitionsContract(world: OpenWorld): void {
  const record = async (count: number, change: Partial<Recognition> = {}, phase: Phase = ended(true)) => {
    const { conversationId } = await insert(world(), count, { phase });
    const recognition: Recognition = {
      conversationId,
      kind: 'address',
      mark: mark('print'),
      recordedAt: count * 1_000,
      counsellor: null,
      ...change,
    };
    await world().unitOfWork.run(({ recognitions }) => recognitions.add(recognition));
    return recognition;
  };

  describe('the recognitions', () => {
    test('are found by conversation, and by a mark of their kind and key', async () => {
      const one = await record(1);
      const other = await record(2);
      await record(3, { kind: 'nickname' });
      await record(4, { mark: mark('print', '2026-12-b') });
      await world().unitOfWork.read(async ({ recognitions }) => {
        expect(await recognitions.of(one.conversationId)).toEqual([one]);
        expect(await recognitions.matching('address', [mark('print')])).toEqual([one, other]);
        expect(await recognitions.matching('address', [mark('print', 'x'), mark('other')])).toEqual([]);
        expect(await recognitions.matching('address', [])).toEqual([]);
      });
    });

    test('pair each fingerprint with its own key', async () => {
      await record(1, { mark: mark('a', 'key-1') });
      await world().unitOfWork.read(async ({ recognitions }) => {
        const crossed = [mark('a', 'key-2'), mark('b', 'key-1')];
        expect(await recognitions.matching('address', crossed)).toEqual([]);
      });
    });

    test('tell the contacts of a mark, newest first, with who has or had them', async () => {
      const old = await record(1, { counsellor: an });
      const running = await record(2, {}, talking);
      await record(3, {}, ended(false));
      await world().unitOfWork.read(async ({ recognitions }) => {
        expect(await recognitions.contactsWith('address', [mark('print')])).toEqual([
          { conversationId: running.conversationId, startedAt: 2_000, counsellor: bo },
          { conversationId: old.conversationId, startedAt: 1_000, counsellor: an },
        ]);
        expect(await recognitions.contactsWith('nickname', [mark('print')])).toEqual([]);
      });
    });

    test('note who had the conversation, and go when removed', async () => {
      const { conversationId } = await record(1);
      await world().unitOfWork.run(async ({ recognitions }) => {
        await recognitions.noteCounsellor(conversationId, an);
        expect((await recognitions.of(conversationId))[0]?.counsellor).toBe(an);
        await recognitions.remove(conversationId);
        expect(await recognitions.of(conversationId)).toEqual([]);
      });
    });

    test('are told by age, the instant itself left out', async () => {
      const one = await record(1);
      await record(2);
      await world().unitOfWork.read(async ({ recognitions }) => {
        expect(await recognitions.recordedBefore(2_000)).toEqual([one]);
      });
    });

    test('are one of each kind for a conversation', async () => {
      const one = await record(1);
      const again = world().unitOfWork.run(({ recognitions }) => recognitions.add(one));
      await expect(again).rejects.toHaveProperty('code');
    });
  });

  describe('the hints', () => {
    test('are kept as they were put, and go when removed', async () => {
      const { conversationId } = await insert(world(), 1);
      const hints = { conversationId, line: { count: 2, lastAt: 5 }, nicknameAt: 7, preferred: an };
      const bare = { conversationId, line: null, nicknameAt: null, preferred: null };
      await world().unitOfWork.run(async ({ callerHints }) => {
        await callerHints.put(hints);
        expect(await callerHints.find(conversationId)).toEqual(hints);
        await callerHints.remove(conversationId);
        expect(await callerHints.find(conversationId)).toBeUndefined();
        await callerHints.put(bare);
        expect(await callerHints.find(conversationId)).toEqual(bare);
      });
    });

    test('tell who is rung first, of those who prefer somebody', async () => {
      const first = await insert(world(), 1);
      const second = await insert(world(), 2);
      await world().unitOfWork.run(async ({ callerHints }) => {
        const nothing = { line: null, nicknameAt: 7 };
        await callerHints.put({ conversationId: first.conversationId, ...nothing, preferred: an });
        await callerHints.put({ conversationId: second.conversationId, ...nothing, preferred: null });
        expect(await callerHints.preferences()).toEqual(new Map([[first.conversationId, an]]));
      });
    });
  });
}
