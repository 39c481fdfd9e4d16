import type { Language } from './language.ts';

/** For whom the words can be: `child` for who is younger than thirteen, and on a page for children (R3, S11). */
export const audiences = ['everybody', 'child'] as const;

/** For whom words are. */
export type Audience = (typeof audiences)[number];

/** Which words the caller reads. Each is loaded when it is wanted and not before (S17). */
export type Wording = { readonly language: Language; readonly audience: Audience };

/** The part of the state that says which words are shown and which are on their way. */
export type WordingState = Wording & {
  /** Being loaded; what is shown stays until it is there. Null when nothing is. */
  readonly wantedWording: Wording | null;
  /** The last choice, when its words could not be loaded. */
  readonly missingLanguage: Language | null;
};

/** What can happen to the words. */
export type WordingEvent =
  | { readonly kind: 'language-chosen'; readonly language: Language }
  | { readonly kind: 'texts-came'; readonly wording: Wording }
  | { readonly kind: 'texts-missing'; readonly wording: Wording };

/** Whether both are the same words. */
export function isSameWording(one: Wording, other: Wording): boolean {
  return one.language === other.language && one.audience === other.audience;
}

/** The words that are shown. */
export function shownIn({ language, audience }: Wording): Wording {
  return { language, audience };
}
