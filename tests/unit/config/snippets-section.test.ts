import { describe, expect, test } from '@jest/globals';
import { shippedSnippets } from '../../../appservice/domain/desk-words/snippet-words.ts';
import { snippetsSection } from '../../../config/sections/snippets.ts';

const own = { nl: 'Dag', en: 'Hello', fr: 'Bonjour' };

describe('the snippets of a configuration', () => {
  test('are those that are shipped when it names none', () => {
    expect(snippetsSection.parse(undefined)).toEqual(shippedSnippets);
  });

  test('are added to the shipped ones, take the place of one, or take one away', () => {
    const snippets = snippetsSection.parse({ begroeting: own, eigen: own, pauze: null });
    expect([snippets['begroeting'], snippets['eigen'], snippets['pauze']]).toEqual([own, own, undefined]);
    expect(Object.keys(snippets)).toHaveLength(Object.keys(shippedSnippets).length);
  });

  test.each([
    ['a language that is missing', { eigen: { nl: 'Dag', en: 'Hello' } }],
    ['words that say nothing', { eigen: { ...own, fr: '  ' } }],
    ['a name that cannot be written after !zin', { 'Eigen zin': own }],
  ])('are refused with %s', (_what, given) => {
    expect(snippetsSection.safeParse(given).success).toBe(false);
  });
});
