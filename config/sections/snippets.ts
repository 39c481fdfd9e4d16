import { z } from 'zod';
import { shippedSnippets } from '../../appservice/domain/desk-words/snippet-words.ts';
import type { Snippet, Snippets } from '../../appservice/domain/snippets.ts';

/** As long as a message that is still read, characters. */
const words = z
  .string()
  .trim()
  .min(1, 'must say something')
  .max(1_000, 'must be at most 1000 characters long');

/** The names of those that the service brings along. */
const shippedNames = Object.keys(shippedSnippets).join(', ');

/** Words that counsellors copy into a conversation (S5, S43), by name. */
export const snippetsSection = z
  .record(
    z.string().regex(/^[a-z][a-z0-9-]{0,29}$/, 'must be a name of small letters, digits and dashes'),
    z.strictObject({ nl: words, en: words, fr: words }).nullable(),
  )
  .default({})
  .describe(
    `Words that counsellors copy into a conversation with !zin and a name, in each language of the callers: { nl, en, fr }. Yours are added to those that are shipped (${shippedNames}), or take the place of the one of that name; null takes one away.`,
  )
  .transform((own): Snippets => {
    const all: Record<string, Snippet | null> = { ...shippedSnippets, ...own };
    return Object.fromEntries(
      Object.entries(all).flatMap(([name, snippet]) => (snippet === null ? [] : [[name, snippet]])),
    );
  });
