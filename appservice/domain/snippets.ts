import type { Language } from './conversation.ts';

/** Words that a counsellor copies into a conversation, in each language that a caller may read. */
export type Snippet = Readonly<Record<Language, string>>;

/** The snippets by name: lower case, one word, as it is written after `!zin`. */
export type Snippets = Readonly<Record<string, Snippet>>;

/** The snippet of a name, or the only one whose name begins so; undefined when there is none, or when several do. */
export function findSnippet(snippets: Snippets, written: string): Snippet | undefined {
  if (Object.hasOwn(snippets, written)) return snippets[written];
  const names = Object.keys(snippets).filter((name) => name.startsWith(written));
  const [name, ...more] = names;
  return name === undefined || more.length > 0 ? undefined : snippets[name];
}

/** The languages in which words are wanted: those of the callers one talks with, each once; Dutch with nobody. */
export function languagesOf(callers: readonly { readonly language: Language }[]): readonly Language[] {
  const languages = [...new Set(callers.map(({ language }) => language))];
  return languages.length === 0 ? ['nl'] : languages;
}
