import type { Contact } from './contact-form.ts';
import { listsOn, type ChiCategory, type ContactListVersions } from './contact-lists.ts';
import { leastShown } from './feedback-report.ts';

/** How often a theme was registered; null is unknown, or a code that no list has any more. Fewer than five are not told (S34). */
export type ThemeCount = { readonly theme: string | null; readonly count: number | 'few' };

/** The same in the categories of CHI. */
export type ChiCount = { readonly category: ChiCategory | null; readonly count: number | 'few' };

/** How many contacts there were, by theme in the words of 1712 and in those of CHI (S45). */
export type ContactFigures = {
  /** What the counts are out of; stated, because figures without it cannot be compared (domain 5). */
  readonly total: number | 'few';
  readonly themes: readonly ThemeCount[];
  readonly chi: readonly ChiCount[];
};

/** Counts contacts by theme. Each is read in the lists that it was registered with, so that an old one keeps its meaning. */
export function contactFigures(versions: ContactListVersions, contacts: readonly Contact[]): ContactFigures {
  const themes = contacts.map(({ listVersion, answers: { theme: code } }) =>
    listsOn(versions, listVersion).themes.find((theme) => theme.code === code),
  );
  return {
    total: hidden(contacts.length),
    themes: counted(themes.map((theme) => theme?.label ?? null)).map(([theme, count]) => ({ theme, count })),
    chi: counted(themes.map((theme) => theme?.chi ?? null)).map(([category, count]) => ({ category, count })),
  };
}

/** The most first. Where one alone is too few to be told, the smallest that is told goes along: the total would tell it. */
function counted<Key extends string>(
  keys: readonly (Key | null)[],
): readonly (readonly [Key | null, number | 'few'])[] {
  const counts = [...new Set(keys)]
    .map((key) => [key, keys.filter((each) => each === key).length] as const)
    .toSorted(([, one], [, other]) => other - one);
  const shown = counts.filter(([, count]) => count >= leastShown);
  const few = counts.slice(shown.length);
  if (few.length === 1 && shown.length > 0) shown.pop();
  return counts.map(([key, count], index) => [key, index < shown.length ? count : 'few']);
}

function hidden(count: number): number | 'few' {
  return count > 0 && count < leastShown ? 'few' : count;
}
