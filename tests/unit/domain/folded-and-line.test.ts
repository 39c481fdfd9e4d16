import { expect, test } from '@jest/globals';
import { folded } from '../../../appservice/domain/folded.ts';
import { lineOf } from '../../../appservice/domain/line.ts';

test.each([
  ['case and space', ' Rode  MIER\t', 'rode mier'],
  ['full-width letters', 'ＭＩＥＲ', 'mier'],
  ['composed and single letters', 'Zoe\u0308', 'zo\u00eb'],
  ['marks that cannot be seen', 'mi\u200ber', 'mier'],
])('folding leaves %s out', (_, typed, plain) => {
  expect(folded(typed)).toBe(plain);
});

test.each(['', '  ', '\u00a0', '\u200b'])('nothing is left of %j', (typed) => {
  expect(folded(typed)).toBeNull();
});

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:DB8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', null],
  ['1:2:3', null],
  ['', null],
  [':', null],
])('the line of %j is %j', (address, line) => {
  expect(lineOf(address)).toBe(line);
});
