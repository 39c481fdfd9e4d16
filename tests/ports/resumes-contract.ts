import { describe, expect, test } from '@jest/globals';
import { insert, type OpenWorld } from './register-world.ts';

const sealed = (text: string) => new TextEncoder().encode(text);

/** The resume tokens of open conversations. */
export function resumesContract(world: OpenWorld): void {
  const withResume = async (count = 1) => {
    const { conversationId } = await insert(world(), count);
    const resume = { conversationId, sealedStoreKey: sealed(`key ${count}`) };
    await world().unitOfWork.run(({ resumes }) => resumes.insert(resume, `token-${count}`));
    return resume;
  };

  describe('the resume tokens', () => {
    test('lead to their conversation and its sealed key, and no others do', async () => {
      const resume = await withResume();
      await withResume(2);
      await world().unitOfWork.run(async ({ resumes }) => {
        expect(await resumes.find(resume.conversationId)).toEqual(resume);
        expect(await resumes.findByToken('token-1')).toEqual(resume);
        expect(await resumes.findByToken('unknown')).toBeUndefined();
      });
    });

    test('are both good while one is offered, and only that one once it was shown', async () => {
      const { conversationId } = await withResume();
      await world().unitOfWork.run(async ({ resumes }) => {
        await resumes.offer(conversationId, 'next');
        expect(await resumes.knows(conversationId, 'token-1')).toBe('present');
        expect(await resumes.knows(conversationId, 'next')).toBe('offered');
        expect(await resumes.findByToken('next')).toBeDefined();
        await resumes.confirm(conversationId, 'next');
        expect(await resumes.knows(conversationId, 'next')).toBe('present');
        expect(await resumes.knows(conversationId, 'token-1')).toBe('not');
        expect(await resumes.findByToken('token-1')).toBeUndefined();
      });
    });

    test('are all told, the present one and the one that is offered, until they go', async () => {
      const { conversationId } = await withResume();
      await withResume(2);
      await world().unitOfWork.run(async ({ resumes }) => {
        expect(await resumes.tokensOf(conversationId)).toEqual(['token-1']);
        await resumes.offer(conversationId, 'next');
        expect(await resumes.tokensOf(conversationId)).toEqual(['token-1', 'next']);
        await resumes.remove(conversationId);
        expect(await resumes.tokensOf(conversationId)).toEqual([]);
      });
    });

    test('are not confirmed by one that was never offered', async () => {
      const { conversationId } = await withResume();
      await world().unitOfWork.run(async ({ resumes }) => {
        await resumes.confirm(conversationId, 'stranger');
        expect(await resumes.knows(conversationId, 'token-1')).toBe('present');
        expect(await resumes.knows(conversationId, 'stranger')).toBe('not');
      });
    });

    test('void an offer by the next one', async () => {
      const { conversationId } = await withResume();
      await world().unitOfWork.run(async ({ resumes }) => {
        await resumes.offer(conversationId, 'lost');
        await resumes.offer(conversationId, 'next');
        expect(await resumes.findByToken('lost')).toBeUndefined();
      });
    });

    test('have their key sealed anew without another change', async () => {
      const { conversationId } = await withResume();
      await world().unitOfWork.run(async ({ resumes }) => {
        await resumes.reseal({ conversationId, sealedStoreKey: sealed('turned') });
        expect(await resumes.all()).toEqual([{ conversationId, sealedStoreKey: sealed('turned') }]);
        expect(await resumes.knows(conversationId, 'token-1')).toBe('present');
      });
    });

    test('are gone when removed, and sealing one anew then brings nothing back', async () => {
      const resume = await withResume();
      await world().unitOfWork.run(async ({ resumes }) => {
        await resumes.remove(resume.conversationId);
        await resumes.reseal(resume);
        expect(await resumes.all()).toEqual([]);
        expect(await resumes.findByToken('token-1')).toBeUndefined();
      });
    });
  });
}
