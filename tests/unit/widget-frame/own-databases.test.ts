import { expect, test } from '@jest/globals';
import { followOwnDatabases } from '../../../widget/frame/adapters/left-behind.ts';

/** A browser with databases of ours and of others; it notes what is to be deleted. */
function browserWith(names: readonly string[]): { factory: IDBFactory; deleted: string[] } {
  const deleted: string[] = [];
  const parts = {
    databases: () => Promise.resolve(names.map((name) => ({ name, version: 1 }))),
    deleteDatabase: (name: string) => void deleted.push(name),
  };
  return { factory: parts as unknown as IDBFactory, deleted };
}

test('the databases of this page are ordered to be deleted at once, and those of others are not', async () => {
  const { factory, deleted } = browserWith(['chat-a', 'chat-a-words', 'other']);
  const own = followOwnDatabases(() => factory);
  own.look();
  await Promise.resolve();
  await Promise.resolve();
  own.deleteNow();
  expect(deleted).toEqual(['chat-a', 'chat-a-words']);
});

test('where a browser stores nothing there is nothing to delete', () => {
  const own = followOwnDatabases(() => {
    throw new DOMException('not here', 'SecurityError');
  });
  own.look();
  expect(() => {
    own.deleteNow();
  }).not.toThrow();
});
