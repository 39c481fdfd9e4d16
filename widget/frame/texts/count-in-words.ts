import type { DraftMeasure } from '../state/composer.ts';
import type { Language } from '../state/language.ts';
import { fill } from './fill.ts';
import type { TextKey, Texts } from './keys.ts';

/** Sentences with a `{count}`, each with the sentence that takes its place in the singular. */
const singulars = {
  'composer.left': 'composer.leftOne',
  'composer.over': 'composer.overOne',
  'feedback.over': 'feedback.overOne',
} as const satisfies Partial<Record<TextKey, TextKey>>;

/** What a number is written with, such as the surroundings of a component. */
type Written = { readonly language: Language; readonly texts: Texts };

/** A sentence about a number of characters, in the singular where the language has it so: for one, and in French for none. */
export function countInWords(
  key: keyof typeof singulars,
  count: number,
  { language, texts }: Written,
): string {
  const isSingular = new Intl.PluralRules(language).select(count) === 'one';
  return fill(texts[isSingular ? singulars[key] : key], { count });
}

/** How much room is left, or how much is too much; nothing while neither is worth saying. */
export function measureInWords(
  measure: DraftMeasure,
  over: 'composer.over' | 'feedback.over',
  written: Written,
): string {
  if (measure.kind === 'near-limit') return countInWords('composer.left', measure.left, written);
  return measure.kind === 'too-long' ? countInWords(over, measure.over, written) : '';
}
