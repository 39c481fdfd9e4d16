import type { Language } from '../state/language.ts';

/** Each language's name in itself, as whoever looks for it reads it. */
export const languageNames: Readonly<Record<Language, string>> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
};
