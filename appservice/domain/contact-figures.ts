import type { Contact } from './contact-form.ts';
import { listsOn, type ChiCategory, type ContactListVersions } from './contact-lists.ts';
import { leastShown } from './feedback-report.ts';

/** How often a theme was registered; null is unknown, or a code that no list has any more. */
export type ThemeCount = {
  readonly theme: string | null;
  /** The one category of CHI that it counts in. */
  readonly chi: ChiCategory | null;
  readonly count: number;
};

/** The told themes in the categories of CHI. */
export type ChiCount = { readonly category: ChiCategory | null; readonly count: number };

/** How many contacts there were, by theme in the words of 1712 and in those of CHI (S45). */
export type ContactFigures = {
  /** What the counts are out of; stated, because figures without it cannot be compared (domain 5). Fewer than five are not told. */
  readonly total: number | 'few';
  /** The most first. */
  readonly themes: readonly ThemeCount[];
  /** The most first. */
  readonly chi: readonly ChiCount[];
  /** Of all contacts, those whose themes too few spoke of; which these are, or that there are any of one, is not told. */
  readonly untold: number | 'few';
};

/**
 * Counts contacts by theme. Each is read in the lists that it was registered with, so that an old one keeps its meaning.
 *
 * **Why no theme of fewer than five can be computed (S34).** The categories of CHI count told themes only, so that beside these they
 * tell nothing; all that is left is the total, and what it lacks is five or more contacts of two or more themes.
 */
export function contactFigures(versions: ContactListVersions, contacts: readonly Contact[]): ContactFigures {
  if (contacts.length > 0 && contacts.length < leastShown) {
    return { total: 'few', themes: [], chi: [], untold: 'few' };
  }
  const themes = told(countThemes(versions, contacts));
  return {
    total: contacts.length,
    themes,
    chi: countCategories(themes),
    untold: contacts.length - sumOf(themes),
  };
}

/** The most first; themes of one size by name, so that two reports of the same contacts are the same. */
function countThemes(versions: ContactListVersions, contacts: readonly Contact[]): readonly ThemeCount[] {
  const counts = new Map<string, ThemeCount>();
  for (const { listVersion, answers } of contacts) {
    const found = listsOn(versions, listVersion).themes.find(({ code }) => code === answers.theme);
    const [theme, chi] = [found?.label ?? null, found?.chi ?? null];
    const key = JSON.stringify([theme, chi]);
    counts.set(key, { theme, chi, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted(
    (one, other) => other.count - one.count || ((one.theme ?? '') < (other.theme ?? '') ? -1 : 1),
  );
}

/** Without those that are too few, and as many of the smallest others as it takes to hide them among. */
function told(counts: readonly ThemeCount[]): readonly ThemeCount[] {
  let shown = counts.filter(({ count }) => count >= leastShown);
  const isSafe = () => {
    const hidden = counts.slice(shown.length);
    return hidden.length === 0 || (hidden.length > 1 && sumOf(hidden) >= leastShown);
  };
  while (!isSafe()) shown = shown.slice(0, -1);
  return shown;
}

function countCategories(themes: readonly ThemeCount[]): readonly ChiCount[] {
  return [...new Set(themes.map(({ chi }) => chi))]
    .map((category) => ({ category, count: sumOf(themes.filter(({ chi }) => chi === category)) }))
    .toSorted((one, other) => other.count - one.count);
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
