import type { TextOverrides } from '../../appservice/contract/text-overrides.ts';
import type { Wording } from './state/wording.ts';
import type { Texts } from './texts/keys.ts';
import { loadTexts } from './texts/load-texts.ts';

/** The words that were loaded so far. */
export interface TextShelf {
  /** Loads them once; false when they did not come. */
  readonly fetch: (wording: Wording) => Promise<boolean>;
  /** Throws for words that were never fetched: nothing is shown in them. */
  readonly take: (wording: Wording) => Texts;
}

/** Makes the shelf, with the administrator's own sentences in the place of ours. */
export function createTextShelf(overrides: TextOverrides, load = loadTexts): TextShelf {
  const shelf = new Map<string, Texts>();
  return {
    fetch: async (wording) => {
      if (shelf.has(nameOf(wording))) return true;
      try {
        shelf.set(nameOf(wording), await load(wording, overrides));
        return true;
      } catch {
        return false;
      }
    },
    take: (wording) => {
      const texts = shelf.get(nameOf(wording));
      if (texts === undefined) throw new TypeError('words are shown that were not loaded');
      return texts;
    },
  };
}

/**
 * Fetches the words of the first screen: those that are wanted, else, because some words are better than none, the same
 * language for everybody, else Dutch. Undefined when none came: then the page without a script stays.
 */
export async function fetchFirst(shelf: TextShelf, wanted: Wording): Promise<Wording | undefined> {
  const everybody = 'everybody';
  const choices: readonly Wording[] = [
    wanted,
    { ...wanted, audience: everybody },
    { language: 'nl', audience: everybody },
  ];
  for (const choice of choices) if (await shelf.fetch(choice)) return choice;
  return undefined;
}

function nameOf({ language, audience }: Wording): string {
  return `${language} ${audience}`;
}
