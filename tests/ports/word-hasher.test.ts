import { describe, expect, test } from '@jest/globals';
import { createWordHasher } from '../../appservice/adapters/system/scrypt-words.ts';
import { memoryWordHasher } from '../support/memory-word-hasher.ts';

describe.each([
  ['real', createWordHasher],
  ['in memory', memoryWordHasher],
])('the keeper of words, %s,', (_name, create) => {
  test('knows a word again, and no other one', async () => {
    const hasher = create();
    const hash = await hasher.hash('regenboog');
    expect(await hasher.matches('regenboog', hash)).toBe(true);
    expect(await hasher.matches('regenbogen', hash)).toBe(false);
  });

  test('keeps the same word differently each time, and nothing that can be read', async () => {
    const hasher = create();
    const [one, other] = [await hasher.hash('regenboog'), await hasher.hash('regenboog')];
    expect(one).not.toBe(other);
    expect(one).not.toContain('regenboog');
  });

  test.each(['', 'regenboog', 'scrypt1$$', 'other$a$b'])(
    'knows nothing by %j, which is no hash',
    async (hash) => {
      expect(await create().matches('regenboog', hash)).toBe(false);
    },
  );
});
