import type { CalendarDay } from './calendar-day.ts';

/**
 * Reasons for contact as Child Helpline International counts them (domain 5), and `other` for what none of them covers; figures
 * are told in these terms as well (S45).
 */
export const chiCategories = [
  'missing-children',
  'violence',
  'mental-health',
  'physical-health',
  'accessibility',
  'discrimination',
  'family-relationships',
  'peer-relationships',
  'education-and-occupation',
  'sexuality',
  'non-counselling',
  'other',
] as const;

/** One of them. */
export type ChiCategory = (typeof chiCategories)[number];

/** Something to choose in the form; the code is stored, the label is read. */
export type ContactChoice = { readonly code: string; readonly label: string };

/** What a contact is about: exactly one category of CHI, and what it is divided into. */
export type ContactTheme = ContactChoice & {
  readonly chi: ChiCategory;
  readonly subThemes: readonly ContactChoice[];
};

/** How long a contact took: less than so many minutes, the last band without end (null). */
export type DurationBand = ContactChoice & { readonly underMinutes: number | null };

/** What can be chosen in the form from a day on: the lists are data, and a contact keeps those it was registered with (S45). */
export type ContactLists = {
  /** Names the version. */
  readonly validFrom: CalendarDay;
  readonly themes: readonly ContactTheme[];
  /** What whoever makes contact is to the person concerned. */
  readonly relations: readonly ContactChoice[];
  readonly roles: readonly ContactChoice[];
  readonly contexts: readonly ContactChoice[];
  readonly ages: readonly ContactChoice[];
  readonly sexes: readonly ContactChoice[];
  readonly referrals: readonly ContactChoice[];
  readonly durations: readonly DurationBand[];
  readonly regions: readonly ContactChoice[];
  readonly languages: readonly ContactChoice[];
};

/** Every version there is, in the order in which they begin; never empty. */
export type ContactListVersions = readonly [ContactLists, ...ContactLists[]];

/** The lists that hold on a day; a day before all of them has the first. */
export function listsOn(versions: ContactListVersions, day: CalendarDay): ContactLists {
  let [holding] = versions;
  for (const version of versions) if (version.validFrom <= day) holding = version;
  return holding;
}

/** The band of a duration; undefined when the lists have none for it. */
export function durationBand({ durations }: ContactLists, minutes: number): DurationBand | undefined {
  return durations.find(({ underMinutes }) => underMinutes === null || minutes < underMinutes);
}
