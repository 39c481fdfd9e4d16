/**
 * How long a text is, for every limit in characters (S27): one outside the basic plane, such as most emoji, counts as one.
 * Frame and worker must not differ here, or words that the one lets through are refused by the other.
 */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
