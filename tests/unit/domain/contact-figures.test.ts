import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
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
    expect(figures.themes[0]).toEqual({ theme: 'kindermishandeling', chi: 'violence', count: 2769 });
    expect(figures.themes.map(({ theme }) => theme)).not.toContain('ritueel geweld');
    expect(figures.themes.map(({ theme }) => theme)).not.toContain('gedwongen adoptie');
    expect(figures.chi).toEqual([
      { category: 'violence', count: 4432 },
      { category: 'other', count: 327 },
      { category: 'family-relationships', count: 248 },
      { category: 'mental-health', count: 91 },
      { category: null, count: 17 },
    ]);
    expect(figures.untold).toBe(1 + 1 + 9);
  });

  test('hide a second theme where one alone would be known from the total', () => {
    const contacts = [...of('child-abuse', 9), ...of('coping', 6), ...of('other', 2)];
    expect(contactFigures([lists1712], contacts)).toEqual({
      total: 17,
      themes: [{ theme: 'kindermishandeling', chi: 'violence', count: 9 }],
      chi: [{ category: 'violence', count: 9 }],
      untold: 8,
    });
  });

  test('hide a larger theme where all that are hidden would be fewer than five', () => {
    const contacts = [...of('child-abuse', 9), ...of('coping', 6), ...of('other', 1), ...of(null, 1)];
    expect(contactFigures([lists1712], contacts).untold).toBe(8);
  });

  test('never let what is hidden be computed from the total, from a theme or from a category', () => {
    const codes = [...lists1712.themes.map(({ code }) => code), null];
    const world = fc.array(fc.tuple(fc.constantFrom(...codes), fc.integer({ min: 1, max: 12 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(world, (counts) => {
        const contacts = counts.flatMap(([theme, count]) => of(theme, count));
        const { total, themes, chi, untold } = contactFigures([lists1712], contacts);
        const themesThere = new Set(contacts.map(({ answers }) => answers.theme)).size;
        const told = themes.reduce((sum, { count }) => sum + count, 0);
        for (const { count } of themes) expect(count).toBeGreaterThanOrEqual(5);
        for (const { category, count } of chi) {
          const own = themes.filter((theme) => theme.chi === category);
          expect(count).toBe(own.reduce((sum, each) => sum + each.count, 0));
        }
        const isFew = contacts.length > 0 && contacts.length < 5;
        const rest = contacts.length - told;
        expect([total, untold]).toEqual(isFew ? ['few', 'few'] : [contacts.length, rest]);
        expect(rest === 0 || isFew || (rest >= 5 && themesThere - themes.length >= 2)).toBe(true);
      }),
    );
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

  test('are the same in whatever order the contacts lie', () => {
    const contacts = [...of('coping', 6), ...of('other', 6), ...of('separation', 2)];
    const [one, other] = [contacts, contacts.toReversed()];
    expect(contactFigures([lists1712], one)).toEqual(contactFigures([lists1712], other));
  });

  test('of a few contacts tell nothing', () => {
    const nothing = { total: 'few', themes: [], chi: [], untold: 'few' };
    expect(contactFigures([lists1712], of('coping', 4))).toEqual(nothing);
  });

  test('of no contact tell that there is none', () => {
    expect(contactFigures([lists1712], [])).toEqual({ total: 0, themes: [], chi: [], untold: 0 });
  });
});
