import type { CallerLanguage } from './language.ts';

/** Sentences of the administrator's own in the place of ours, by key; those of `child` are for whoever reads the words for children. */
export type LanguageOverrides = {
  readonly everybody: Readonly<Record<string, string>>;
  readonly child: Readonly<Record<string, string>>;
};

/** The administrator's own sentences; a language that is not named has none. */
export type TextOverrides = Readonly<Partial<Record<CallerLanguage, LanguageOverrides>>>;

/** Reads the administrator's sentences; what is none is left out, so that ours stand there. */
export function parseTextOverrides(value: unknown): TextOverrides {
  return Object.fromEntries(
    Object.entries(recordOf(value)).map(([language, given]) => {
      const { everybody, child } = recordOf(given);
      return [language, { everybody: textsIn(everybody), child: textsIn(child) }];
    }),
  );
}

function textsIn(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(recordOf(value)).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
