import { expect, test } from '@jest/globals';
import { noCodeWord } from '../../appservice/domain/code-word.ts';
import { insert, type OpenWorld } from './register-world.ts';

/** The code words of conversations. */
export function codeWordsContract(world: OpenWorld): void {
  test('the code words are kept for each conversation as they were saved last', async () => {
    const { conversationId } = await insert(world(), 1);
    const other = await insert(world(), 2);
    await world().unitOfWork.run(async ({ codeWords }) => {
      expect(await codeWords.find(conversationId)).toEqual(noCodeWord);
      await codeWords.save(conversationId, { hash: null, wrongTries: 1 });
      await codeWords.save(conversationId, { hash: 'hash', wrongTries: 2 });
      expect(await codeWords.find(conversationId)).toEqual({ hash: 'hash', wrongTries: 2 });
      expect(await codeWords.find(other.conversationId)).toEqual(noCodeWord);
    });
  });
}
