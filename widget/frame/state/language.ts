/** A language the caller's side is complete in (R7). */
export const languages = ['nl', 'en'] as const;

/** A language the caller's side is complete in (R7). */
export type Language = (typeof languages)[number];

/** The language of a tag such as `en-GB`; undefined when we do not speak it. */
export function languageOfTag(tag: string | null): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return languages.find((each) => each === primary);
}

/** The first of these tags that we speak; Dutch when there is none (R7). */
export function chooseLanguage(tags: readonly string[]): Language {
  return tags.map(languageOfTag).find((language) => language !== undefined) ?? 'nl';
}
