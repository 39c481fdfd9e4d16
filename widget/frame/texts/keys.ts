import type { nlChild } from './child/nl.ts';
import type { nl } from './nl.ts';

/** The name of a sentence. Dutch comes first; a language that lacks one does not compile (R7). */
export type TextKey = keyof typeof nl;

/** Every sentence in one language. */
export type Texts = Readonly<Record<TextKey, string>>;

/** The name of a sentence that children read in other words; the same in every language (S11). */
export type ChildTextKey = keyof typeof nlChild;

/** What children read instead, in one language. */
export type ChildTexts = Readonly<Record<ChildTextKey, string>>;
