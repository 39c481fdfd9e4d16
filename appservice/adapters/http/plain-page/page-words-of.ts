import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { PageLanguage } from './page-language.ts';
import type { PageWords } from './page-words.ts';

const words: Readonly<Record<PageLanguage, PageWords>> = { nl: dutch, en: english, fr: french };

/** The words of a language. */
export function pageWordsOf(language: PageLanguage): PageWords {
  return words[language];
}
