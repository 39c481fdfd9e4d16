import type { WordHasher } from '../../appservice/ports/word-hasher.ts';
import { answer } from './memory-database.ts';

/** Keeps words in memory and hands out names for them, each another. */
export function memoryWordHasher(): WordHasher {
  const words: string[] = [];
  return {
    hash: (word) => answer(() => `word ${words.push(word)}`),
    matches: (word, hash) => answer(() => words[Number(hash.slice('word '.length)) - 1] === word),
  };
}
