import { describe, expect, test } from '@jest/globals';
import { contactFigures } from '../../../appservice/domain/contact-figures.ts';
import { withTheRestUnknown, type Contact } from '../../../appservice/domain/contact-form.ts';
import type { ContactLists } from '../../../appservice/domain/contact-lists.ts';
import { lists1712 } from '../../../config/sections/contact-lists-1712.ts';

const of = (theme: string | null, count: number, listVersion = '2020-01-01'): readonly Contact[] =>
  Array.from({ length: count }, () => {
    return { channel: 'chat', day: '2026-11-24', listVersion, answers: withTheRestUnknown({ theme }) };
  });

/** The year 2018 as parliament was told (domain 2.6); null is what was left empty. */
const year2018: readonly (readonly [string | null, number])[] = [
  ['child-abuse', 2769],
  ['partner-violence', 822],
  ['adult-violence', 464],
  ['separation', 248],
  ['elder-abuse', 180],
  ['between-children', 117],
  ['coping', 91],
  ['parent-abuse', 70],
  ['historical-abuse', 10],
  ['honour-violence', 9],
  ['ritual-violence', 1],
  ['forced-adoption', 1],
  ['other', 327],
  [null, 17],
];

describe('the figures', () => {
  test('tell the year 2018 by theme and in the terms of CHI, and hide its two single contacts', () => {
    const contacts = year2018.flatMap(([theme, count]) => of(theme, count));
    const figures = contactFigures([lists1712], contacts);
    expect(figures.total).toBe(5126);
    expect(figures.themes.find(({ theme }) => theme === 'kindermishandeling')?.count).toBe(2769);
    expect(figures.themes.filter(({ count }) => count === 'few').map(({ theme }) => theme)).toEqual([
      'ritueel geweld',
      'gedwongen adoptie',
    ]);
    expect(figures.chi).toEqual([
      { category: 'violence', count: 4442 },
      { category: 'other', count: 327 },
      { category: 'family-relationships', count: 249 },
      { category: 'mental-health', count: 91 },
      { category: null, count: 17 },
    ]);
  });

  test('hide a second theme where one alone would be known from the total', () => {
    const contacts = [...of('child-abuse', 9), ...of('coping', 6), ...of('other', 2)];
    expect(contactFigures([lists1712], contacts).themes).toEqual([
      { theme: 'kindermishandeling', count: 9 },
      { theme: 'verwerkingsproblematiek', count: 'few' },
      { theme: 'andere', count: 'few' },
    ]);
  });

  test('read an old contact in the lists that it was registered with', () => {
    const later: ContactLists = {
      ...lists1712,
      validFrom: '2027-01-01',
      themes: lists1712.themes.map((theme) =>
        theme.code === 'coping' ? { ...theme, label: 'verwerking', chi: 'physical-health' } : theme,
      ),
    };
    const contacts = [...of('coping', 5), ...of('coping', 6, '2027-01-01')];
    expect(contactFigures([lists1712, later], contacts).chi).toEqual([
      { category: 'physical-health', count: 6 },
      { category: 'mental-health', count: 5 },
    ]);
  });

  test('of a few contacts tell nothing', () => {
    expect(contactFigures([lists1712], of('coping', 4))).toEqual({
      total: 'few',
      themes: [{ theme: 'verwerkingsproblematiek', count: 'few' }],
      chi: [{ category: 'mental-health', count: 'few' }],
    });
  });
});
