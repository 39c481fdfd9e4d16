import { describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openingMoment } from '../../../widget/frame/state/opening-moment.ts';
import { en } from '../../../widget/frame/texts/en.ts';
import { fr } from '../../../widget/frame/texts/fr.ts';
import { countInWords } from '../../../widget/frame/texts/count-in-words.ts';
import { fill } from '../../../widget/frame/texts/fill.ts';
import type { Texts } from '../../../widget/frame/texts/keys.ts';
import { nl } from '../../../widget/frame/texts/nl.ts';
import { openingInWords } from '../../../widget/frame/texts/opening-in-words.ts';

const frame = join(import.meta.dirname, '../../../widget/frame');
const eachLanguage = Object.entries({ nl, en, fr });

describe('the next opening in words', () => {
  /** Monday 23 November 2026, 10:00 in Brussels. */
  const monday = Date.UTC(2026, 10, 23, 9);
  const words = (iso: string, nowMs = monday, texts: Texts = nl): string => {
    const moment = openingMoment(iso, nowMs);
    return moment === undefined ? '' : openingInWords(moment, texts);
  };

  test.each([
    ['2026-11-23T16:00:00Z', 'We openen vandaag om 17 uur.'],
    ['2026-11-24T16:00:00Z', 'We openen morgen om 17 uur.'],
    ['2026-11-26T16:30:00Z', 'We openen donderdag om 17.30 uur.'],
    ['2026-11-29T16:00:00Z', 'We openen zondag om 17 uur.'],
    ['2026-11-30T16:00:00Z', 'We openen maandag 30 november om 17 uur.'],
    ['2027-01-05T08:05:00Z', 'We openen dinsdag 5 januari om 9.05 uur.'],
  ])('of %s is %p', (iso, sentence) => {
    expect(words(iso)).toBe(sentence);
  });

  test('is English for who reads English', () => {
    expect(words('2026-11-24T16:00:00Z', monday, en)).toBe('We open tomorrow at 17:00.');
    expect(words('2026-11-26T16:00:00Z', monday, en)).toBe('We open on Thursday at 17:00.');
    expect(words('2027-01-05T16:00:00Z', monday, en)).toBe('We open on Tuesday 5 January at 17:00.');
  });

  test('is French for who reads French, with the first of a month by its own name', () => {
    const plain = (iso: string) => words(iso, monday, fr).replaceAll('\u202f', ' ');
    expect(plain('2026-11-24T16:30:00Z')).toBe('Nous ouvrons demain à 17 h 30.');
    expect(plain('2026-11-26T16:00:00Z')).toBe('Nous ouvrons jeudi à 17 h.');
    expect(plain('2027-01-05T08:05:00Z')).toBe('Nous ouvrons le mardi 5 janvier à 9 h 05.');
    expect(plain('2026-12-01T16:00:00Z')).toBe('Nous ouvrons le mardi 1er décembre à 17 h.');
  });

  test('follows the clock of Brussels through both changes of the clock', () => {
    expect(words('2027-03-30T15:00:00Z', Date.UTC(2027, 2, 27, 12))).toBe('We openen dinsdag om 17 uur.');
    expect(words('2026-10-27T16:00:00Z', Date.UTC(2026, 9, 24, 12))).toBe('We openen dinsdag om 17 uur.');
  });

  test('counts days by Brussels, also just before midnight', () => {
    expect(words('2026-11-24T16:00:00Z', Date.UTC(2026, 10, 23, 23, 30))).toBe(
      'We openen vandaag om 17 uur.',
    );
  });

  test('is none for what is no instant', () => {
    expect(openingMoment('morgen', monday)).toBeUndefined();
  });
});

describe('a sentence with places', () => {
  test('takes its values, and keeps a place that has none', () => {
    expect(fill('Nog {count} tekens van {limit}.', { count: 3 })).toBe('Nog 3 tekens van {limit}.');
  });

  test('never fills in what a value contains', () => {
    expect(fill('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&');
  });
});

describe('a number of characters in words', () => {
  test('is in the singular for one, and in French for none too', () => {
    const left = (count: number, language: 'nl' | 'fr') =>
      countInWords('composer.left', count, { language, texts: { nl, fr }[language] });
    expect([0, 1, 2].map((count) => left(count, 'nl'))).toEqual([
      'Nog 0 tekens.',
      'Nog 1 teken.',
      'Nog 2 tekens.',
    ]);
    expect([0, 1, 2].map((count) => left(count, 'fr'))).toEqual([
      'Encore 0 caractère.',
      'Encore 1 caractère.',
      'Encore 2 caractères.',
    ]);
  });
});

describe('the page without a script', () => {
  const html = readFileSync(join(frame, 'frame.html'), 'utf8');

  test('leaves its language and its words to the service', () => {
    expect(html).toContain('<html lang="{{language}}">');
    expect(html).toContain('<div id="frame">{{plain}}</div>');
  });

  test('has no style or script of its own in the markup', () => {
    expect(html).not.toMatch(/ style=|<style| on\w+="|<script(?! type="module" src=)/);
  });

  test('has a neutral title and no word on the subject', () => {
    expect(html).toContain('<title>Info</title>');
    expect(html).not.toMatch(/geweld|misbruik|mishandeling|violence|abuse/i);
  });
});

describe('every sentence', () => {
  const sources = readdirSync(frame, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/texts\/(child\/)?(pages-)?(nl|en|fr|fr-tu)\.ts$/.test(name))
    .map((name) => readFileSync(join(frame, name), 'utf8'))
    .join('\n');
  const made = [...sources.matchAll(/`([a-z]+\.[^`]*\$\{[^`]+)`/g)].map(
    ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`),
  );

  test('is shown somewhere', () => {
    const unused = Object.keys(nl).filter(
      (key) => !sources.includes(`'${key}'`) && !made.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  test('on privacy promises only what the service does: no term, and nothing that a counsellor may ask for', () => {
    const promises = /maand|month|mois|opvragen|ask for/i;
    const privacy = eachLanguage.flatMap(([, texts]) =>
      Object.entries(texts).flatMap(([key, text]) => (key.startsWith('start.privacy') ? [text] : [])),
    );
    expect(privacy.filter((text) => promises.test(text))).toEqual([]);
  });
});

describe('the components', () => {
  const folders = readdirSync(join(frame, 'components'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

  test('each have their markup and their examples', () => {
    const missing = folders.flatMap((name) =>
      [`${name}.tsx`, 'examples.ts'].filter((file) => !existsSync(join(frame, 'components', name, file))),
    );
    expect(missing).toEqual([]);
  });

  test('hold no sentence of their own', () => {
    const markup = folders.map((name) =>
      readFileSync(join(frame, 'components', name, `${name}.tsx`), 'utf8'),
    );
    const loose = markup.flatMap((text) => [...text.matchAll(/>\s*\p{L}[\p{L}\s,.']{3,}</gu)].map(String));
    expect(loose).toEqual([]);
  });
});
