import { describe, expect, test } from '@jest/globals';
import { shippedSnippets } from '../../../appservice/domain/desk-words/snippet-words.ts';
import { findSnippet, languagesOf } from '../../../appservice/domain/snippets.ts';
import { en } from '../../../widget/frame/texts/en.ts';
import { fr } from '../../../widget/frame/texts/fr.ts';
import { nl } from '../../../widget/frame/texts/nl.ts';

const languages = ['nl', 'en', 'fr'] as const;
const wordsIn = (name: string) => languages.map((language) => shippedSnippets[name]?.[language] ?? '');

describe('the snippets', () => {
  test('are found by name, or by the beginning that only one has', () => {
    const snippets = { afronden: wordsOf('a'), afscheid: wordsOf('b'), nood: wordsOf('c') };
    expect(
      ['afronden', 'afr', 'no', 'af', 'x', 'constructor'].map((name) => findSnippet(snippets, name)?.nl),
    ).toEqual(['a', 'a', 'c', undefined, undefined, undefined]);
  });

  test('come in the languages of the callers one has, each once, and in Dutch with nobody', () => {
    const callers = (['fr', 'nl', 'fr'] as const).map((language) => ({ language }));
    expect(languagesOf(callers)).toEqual(['fr', 'nl']);
    expect(languagesOf([])).toEqual(['nl']);
  });

  test('ask who may be looking, with the three choices of the device check', () => {
    expect(wordsIn('meekijken')).toEqual([
      expect.stringMatching(/^Kan iemand anders dit gesprek zien\?.*nee, misschien, of liever niet zeggen/u),
      expect.stringMatching(/no, maybe, or rather not say/u),
      expect.stringMatching(/non, peut-être, ou je préfère ne pas le dire/u),
    ]);
  });

  test('name the button that leaves the page by the words that are on it', () => {
    const buttons = [nl, en, fr].map((texts) => texts['exit.button']);
    expect(wordsIn('misschien').map((words, index) => words.includes(buttons[index] ?? '?'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test.each(Object.keys(shippedSnippets))('“%s” is one line in each language, without shouting', (name) => {
    for (const words of wordsIn(name)) expect(words).toMatch(/^[^\n!]{20,}[.?]$/u);
  });
});

function wordsOf(words: string) {
  return { nl: words, en: words, fr: words };
}
