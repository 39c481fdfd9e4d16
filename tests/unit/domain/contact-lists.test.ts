import { describe, expect, test } from '@jest/globals';
import {
  chiCategories,
  durationBand,
  listsOn,
  type ContactLists,
} from '../../../appservice/domain/contact-lists.ts';
import { provinces } from '../../../appservice/domain/roster.ts';
import { lists1712 } from '../../../config/sections/contact-lists-1712.ts';

const from = (validFrom: string): ContactLists => ({ ...lists1712, validFrom });

describe('the lists that come with the software', () => {
  test('map every theme to exactly one category of CHI', () => {
    const wrong = lists1712.themes.filter(({ chi }) => !chiCategories.includes(chi));
    expect([wrong, new Set(lists1712.themes.map(({ code }) => code)).size]).toEqual([
      [],
      lists1712.themes.length,
    ]);
  });

  test.each([
    'kindermishandeling',
    'partnergeweld',
    'geweld tegen volwassenen',
    'scheidingsproblematiek',
    'ouderenmis(be)handeling',
    'geweld tussen kinderen',
    'verwerkingsproblematiek',
    'oudermishandeling',
    'historisch misbruik',
    'eergerelateerd geweld',
    'ritueel geweld',
    'gedwongen adoptie',
    'andere',
  ])('have the theme %s of 2018', (label) => {
    expect(lists1712.themes.filter((theme) => theme.label === label)).toHaveLength(1);
  });

  test('call a separation full of conflict by its name of today', () => {
    const labels = lists1712.themes.map(({ label }) => label);
    expect(labels).toContain('hoog-conflictueuze scheiding');
    expect(labels).not.toContain('vechtscheiding');
  });

  test('know the four roles beside "onbekend", and every province', () => {
    expect(lists1712.roles.map(({ code }) => code)).toEqual([
      'victim',
      'perpetrator',
      'bystander',
      'professional',
    ]);
    const regions = lists1712.regions.map(({ code }) => code);
    expect(provinces.filter((province) => !regions.includes(province))).toEqual([]);
  });

  test('use no code twice in one list', () => {
    const lists = [
      ...lists1712.themes.map(({ subThemes }) => subThemes),
      ...Object.values(lists1712).filter((each) => typeof each !== 'string'),
    ];
    const twice = lists.filter((list) => new Set(list.map(({ code }) => code)).size !== list.length);
    expect(twice).toEqual([]);
  });
});

describe('the lists of a day', () => {
  test.each([
    ['2019-06-01', '2020-01-01'],
    ['2020-01-01', '2020-01-01'],
    ['2026-12-31', '2020-01-01'],
    ['2027-01-01', '2027-01-01'],
    ['2028-02-29', '2028-01-01'],
  ])('on %s are those from %s', (day, validFrom) => {
    const versions = [from('2020-01-01'), from('2027-01-01'), from('2028-01-01')] as const;
    expect(listsOn(versions, day).validFrom).toBe(validFrom);
  });
});

describe('a duration', () => {
  test.each([
    [0, 'under-15'],
    [14, 'under-15'],
    [15, '15-30'],
    [59, '30-60'],
    [60, '60-and-over'],
    [600, '60-and-over'],
  ])('of %d minutes lies in the band %s', (minutes, code) => {
    expect(durationBand(lists1712, minutes)?.code).toBe(code);
  });
});
