/**
 * Keeps a word that people chose so that it can be compared and not read (S6): slow and salted, because such words are short.
 * Takes about a tenth of a second: never inside a unit of work.
 */
export interface WordHasher {
  hash(word: string): Promise<string>;
  /** False as well for a hash that is none of ours. */
  matches(word: string, hash: string): Promise<boolean>;
}
