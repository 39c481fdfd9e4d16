import type { TextOverrides } from '../../../appservice/contract/text-overrides.ts';
import type { Language } from '../state/language.ts';
import type { Wording } from '../state/wording.ts';
import type { ChildTexts, Texts } from './keys.ts';

/** Each language in a file of its own: only the one that is read is loaded (S17). */
const everybody: Readonly<Record<Language, () => Promise<Texts>>> = {
  nl: async () => (await import('./nl.ts')).nl,
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
};

/** What a child reads instead. */
const child: Readonly<Record<Language, () => Promise<ChildTexts & Partial<Texts>>>> = {
  nl: async () => (await import('./child/nl.ts')).nlChild,
  en: async () => (await import('./child/en.ts')).enChild,
  fr: async () => (await import('./child/fr.ts')).frChild,
};

/**
 * All sentences of a wording, with the administrator's own in their place. What the administrator wrote for everybody stands back where
 * we have words for children, because those were written to be understood by them. Throws when the network does not give them.
 */
export async function loadTexts({ language, audience }: Wording, overrides: TextOverrides): Promise<Texts> {
  const own = overrides[language];
  const [base, forChild] = await Promise.all([
    everybody[language](),
    audience === 'child' ? child[language]() : {},
  ]);
  return { ...base, ...own?.everybody, ...forChild, ...(audience === 'child' ? own?.child : {}) };
}
