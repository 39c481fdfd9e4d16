import type { nl } from './nl.ts';

/** The name of a sentence. Dutch comes first; a language that lacks one does not compile (R7). */
export type TextKey = keyof typeof nl;

/** Every sentence in one language. */
export type Texts = Readonly<Record<TextKey, string>>;
