/** The languages of the page without a script (R7). */
export const pageLanguages = ['nl', 'en', 'fr'] as const;

/** One of them. */
export type PageLanguage = (typeof pageLanguages)[number];

/** What a request says of its reader's language. */
export type LanguageWishes = {
  /** `language` of the address, as the links of the page write it. */
  readonly named: string | null;
  /** `Accept-Language` (RFC 9110, 12.5.4). */
  readonly accepted: string | undefined;
};

/** The language that the address names, else the first that the browser prefers and we speak, else Dutch (R7). */
export function choosePageLanguage({ named, accepted = '' }: LanguageWishes): PageLanguage {
  return languageOf(named ?? '') ?? tagsByPreference(accepted).map(languageOf).find(Boolean) ?? 'nl';
}

function languageOf(tag: string): PageLanguage | undefined {
  const [primary] = tag.trim().toLowerCase().split('-');
  return pageLanguages.find((each) => each === primary);
}

/** The tags of the header, the dearest first; one with a weight of zero is not wanted. */
function tagsByPreference(header: string): readonly string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.split(';');
      const weight = parameters.map((each) => /^\s*q=([\d.]+)\s*$/.exec(each)?.[1]).find(Boolean) ?? '1';
      return { tag, weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
}
