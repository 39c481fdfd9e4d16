import { describe, expect, test } from '@jest/globals';
import type { Feedback, FeedbackKey } from '../../appservice/domain/feedback.ts';
import { conversationId } from '../support/parsed.ts';
import { insert, type RegisterWorld } from './register-world.ts';

/** The registers, and what lies in the box, opened. */
export type FeedbackWorld = RegisterWorld & { readonly inTheBox: () => Promise<readonly Feedback[]> };

const answers = { heard: 'yes', helped: null, nextStep: 'no', easy: 'somewhat' } as const;
const said: Feedback = { week: '2026-W48', language: 'nl', answers, remark: 'Dank je 🌻' };
const silent: Feedback = { ...said, language: 'en', remark: null };
const key: FeedbackKey = {
  week: '2026-W48',
  publicKey: Uint8Array.of(1, 2),
  privateKey: Uint8Array.of(3, 4),
};
const never = { week: '2026-W01', endedAt: 0 };

/** Feedback and its tokens. */
export function feedbackContract(world: () => FeedbackWorld): void {
  describe('the keys of the tokens', () => {
    test('are found as they were put there', async () => {
      await world().unitOfWork.run(({ feedbackTokens }) => feedbackTokens.addKey(key));
      const found = await world().unitOfWork.read(({ feedbackTokens }) => feedbackTokens.findKey(key.week));
      expect({
        ...found,
        publicKey: [...(found?.publicKey ?? [])],
        privateKey: [...(found?.privateKey ?? [])],
      }).toEqual({ week: '2026-W48', publicKey: [1, 2], privateKey: [3, 4] });
    });

    test('stay the first ones of their week', async () => {
      await world().unitOfWork.run(async ({ feedbackTokens }) => {
        await feedbackTokens.addKey(key);
        await feedbackTokens.addKey({ ...key, publicKey: Uint8Array.of(9) });
        expect([...((await feedbackTokens.findKey(key.week))?.publicKey ?? [])]).toEqual([1, 2]);
        expect(await feedbackTokens.findKey('2026-W49')).toBeUndefined();
      });
    });

    test('are forgotten with the spent tokens of their week', async () => {
      await world().unitOfWork.run(async ({ feedbackTokens }) => {
        await feedbackTokens.addKey(key);
        await feedbackTokens.spend('2026-W47', 'older');
        await feedbackTokens.spend('2026-W48', 'newer');
        await feedbackTokens.forgetBefore({ ...never, week: '2026-W48' });
        expect(await feedbackTokens.findKey(key.week)).toBeDefined();
        expect(await feedbackTokens.spend('2026-W47', 'older')).toBe(true);
        expect(await feedbackTokens.spend('2026-W48', 'newer')).toBe(false);
        await feedbackTokens.forgetBefore({ ...never, week: '2026-W49' });
        expect(await feedbackTokens.findKey(key.week)).toBeUndefined();
      });
    });
  });

  describe('a token', () => {
    test('is drawn once for a conversation, and by the same request again', async () => {
      await insert(world(), 1);
      await insert(world(), 2);
      await world().unitOfWork.run(async ({ feedbackTokens }) => {
        expect(await feedbackTokens.claimDraw(conversationId(1), 'first')).toBe(true);
        expect(await feedbackTokens.claimDraw(conversationId(1), 'first')).toBe(true);
        expect(await feedbackTokens.claimDraw(conversationId(1), 'second')).toBe(false);
        expect(await feedbackTokens.claimDraw(conversationId(2), 'second')).toBe(true);
      });
    });

    test('was never drawn, as far as is known, once the end is long ago', async () => {
      await insert(world(), 1, { phase: { name: 'ended', by: 'caller', at: 1_000, wasAttended: true } });
      await insert(world(), 2, { phase: { name: 'ended', by: 'caller', at: 2_000, wasAttended: true } });
      await insert(world(), 3);
      await world().unitOfWork.run(async ({ feedbackTokens }) => {
        for (const count of [1, 2, 3]) await feedbackTokens.claimDraw(conversationId(count), 'first');
        await feedbackTokens.forgetBefore({ ...never, endedAt: 2_000 });
        expect(await feedbackTokens.claimDraw(conversationId(1), 'second')).toBe(true);
        expect(await feedbackTokens.claimDraw(conversationId(2), 'second')).toBe(false);
        expect(await feedbackTokens.claimDraw(conversationId(3), 'second')).toBe(false);
      });
    });

    test('is spent once', async () => {
      await world().unitOfWork.run(async ({ feedbackTokens }) => {
        expect(await feedbackTokens.spend('2026-W48', 'hash')).toBe(true);
        expect(await feedbackTokens.spend('2026-W48', 'hash')).toBe(false);
      });
    });
  });

  describe('the box', () => {
    test('keeps what was said, word by word', async () => {
      await world().unitOfWork.run(({ feedbackBox }) => feedbackBox.add(said));
      expect(await world().inTheBox()).toEqual([said]);
    });

    test('tells all that lies in it, remarks opened, and the newest at the end', async () => {
      const box = await world().unitOfWork.run(async ({ feedbackBox }) => {
        for (const each of [said, silent]) await feedbackBox.add(each);
        await feedbackBox.shuffle({ day: '2026-11-24', remarksFrom: '2026-W48' });
        await feedbackBox.add({ ...said, language: 'fr' });
        return await feedbackBox.all();
      });
      expect(box).toHaveLength(3);
      expect(box).toEqual(expect.arrayContaining([said, silent]));
      expect(box[2]).toEqual({ ...said, language: 'fr' });
    });

    test('keeps everything through a shuffle, and knows the day', async () => {
      await world().unitOfWork.run(async ({ feedbackBox }) => {
        expect(await feedbackBox.shuffledOn()).toBeUndefined();
        for (const each of [said, silent]) await feedbackBox.add(each);
        await feedbackBox.shuffle({ day: '2026-11-24', remarksFrom: '2026-W48' });
        expect(await feedbackBox.shuffledOn()).toBe('2026-11-24');
        await feedbackBox.shuffle({ day: '2026-11-25', remarksFrom: '2026-W48' });
        expect(await feedbackBox.shuffledOn()).toBe('2026-11-25');
      });
      const box = await world().inTheBox();
      expect(box.toSorted((left, right) => left.language.localeCompare(right.language))).toEqual([
        silent,
        said,
      ]);
    });

    test('lets go of remarks of past weeks, and keeps their answers', async () => {
      await world().unitOfWork.run(async ({ feedbackBox }) => {
        await feedbackBox.add({ ...said, week: '2026-W24' });
        await feedbackBox.shuffle({ day: '2026-11-24', remarksFrom: '2026-W25' });
      });
      expect(await world().inTheBox()).toEqual([{ ...said, week: '2026-W24', remark: null }]);
    });
  });
}
