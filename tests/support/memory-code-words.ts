import { noCodeWord } from '../../appservice/domain/code-word.ts';
import type { CodeWords } from '../../appservice/ports/code-words.ts';
import { answer, write, type MemoryDatabase } from './memory-database.ts';

/** The code words of conversations, in memory. */
export function memoryCodeWords(database: MemoryDatabase): CodeWords {
  const rows = () => database.tables.codeWords;
  return {
    find: (conversationId) => answer(() => rows().get(conversationId) ?? noCodeWord),
    save: (conversationId, codeWord) =>
      answer(() => {
        write(database, { codeWords: new Map(rows()).set(conversationId, codeWord) });
      }),
  };
}
