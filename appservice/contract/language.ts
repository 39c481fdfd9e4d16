/** A language that callers may read (R7). Dutch comes first: it is the one for whoever speaks none of them. */
export const callerLanguages = ['nl', 'en', 'fr'] as const;

/** A language that callers may read (R7). */
export type CallerLanguage = (typeof callerLanguages)[number];
