import { expect, test } from '@jest/globals';
import { keepLast } from '../../../widget/frame/keep-last.ts';

test('what is asked for again is the same thing, so that whatever depends on it need not be drawn anew', () => {
  const kept = keepLast((language: string) => ({ language }));
  expect(kept('nl')).toBe(kept('nl'));
});

test('what is asked for of something else is made of that', () => {
  const kept = keepLast((language: string) => ({ language }));
  kept('nl');
  expect(kept('fr')).toEqual({ language: 'fr' });
});
