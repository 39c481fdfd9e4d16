import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  choiceSigns,
  holdsPhoneNumber,
  readShortAnswer,
  readSign,
} from '../../../appservice/domain/contact-reply.ts';
import { lists1712 as lists } from '../../../config/sections/contact-lists-1712.ts';
import { runs } from '../../../scripts/test/campaign.ts';

const choice = (code: string | null) => ({ kind: 'choice', code });

describe('a sign', () => {
  test.each([
    ['1️⃣', choice('victim')],
    ['2⃣', choice('perpetrator')],
    ['❔', choice(null)],
    ['❔️', choice(null)],
    ['⏭️', { kind: 'all-unknown' }],
    ['✅', { kind: 'save' }],
    ['❌', { kind: 'later' }],
    ['5️⃣', undefined],
    ['👍', undefined],
    ['', undefined],
  ])('%s means what it shows, with or without a variation selector', (key, reply) => {
    expect(readSign(key, lists.roles)).toEqual(reply);
  });

  test('🔟 is the tenth choice', () => {
    expect(choiceSigns(lists.relations).at(-1)).toBe('🔟');
    expect(readSign('🔟', lists.relations)).toEqual(choice('other'));
  });

  test('stands for no choice where there are more choices than signs', () => {
    expect(choiceSigns(lists.themes)).toEqual([]);
    expect(readSign('1️⃣', lists.themes)).toBeUndefined();
  });
});

describe('a short answer', () => {
  test.each([
    ['2', choice('partner-violence')],
    ['14', choice('other')],
    ['2.', choice('partner-violence')],
    ['Partnergeweld', choice('partner-violence')],
    ['partner', choice('partner-violence')],
    ['ouderenmis(be)handeling', choice('elder-abuse')],
    ['> een vraag\n> met keuzes\n\n3', choice('adult-violence')],
    ['onbekend', choice(null)],
    ['?', choice(null)],
    ['Alles onbekend.', { kind: 'all-unknown' }],
    ['later', { kind: 'later' }],
    ['bewaren', { kind: 'save' }],
  ])('%j is read', (body, reply) => {
    expect(readShortAnswer(body, lists.themes)).toEqual(reply);
  });

  test.each(['15', '0', '200', 'geweld', 'ou', 'koffie?', '', '  ', '!', '3 of 4', 'ik kies 2'])(
    '%j is none',
    (body) => {
      expect(readShortAnswer(body, lists.themes)).toBeUndefined();
    },
  );

  test('does not need its accents', () => {
    expect(readShortAnswer('onder een dak, geen gezin', lists.contexts)).toEqual(choice('household'));
  });

  test('chooses nothing where nothing can be chosen', () => {
    expect(readShortAnswer('1', [])).toBeUndefined();
    expect(readShortAnswer('?', [])).toBeUndefined();
  });

  test('of any text never throws, and is a choice of the list or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const reply = readShortAnswer(body, lists.themes);
        const codes: readonly (string | null)[] = [null, ...lists.themes.map(({ code }) => code)];
        expect(reply?.kind !== 'choice' || codes.includes(reply.code)).toBe(true);
      }),
      runs(500),
    );
  });
});

describe('a telephone number', () => {
  test.each([
    '0470 12 34 56',
    'bel haar op 0470/12.34.56 terug',
    '+32 470 12 34 56',
    '0470123456',
    '011-22 33 44',
    '(0032) 470-12-34-56',
    '0470‑12‑34‑56',
  ])('is seen in %j', (text) => {
    expect(holdsPhoneNumber(text)).toBe(true);
  });

  test.each([
    '3',
    '12',
    '26 tot en met 64',
    '24/11/2026',
    'gesprek 4711',
    'om 17:05, en dan 18:10 opnieuw',
    '',
  ])('is not seen in %j', (text) => {
    expect(holdsPhoneNumber(text)).toBe(false);
  });
});
