import type { Language } from '../state/language.ts';
import { en } from './en.ts';
import type { Texts } from './keys.ts';
import { nl } from './nl.ts';

const all: Readonly<Record<Language, Texts>> = { nl, en };

/** The texts of a language. */
export function textsOf(language: Language): Texts {
  return all[language];
}
