import { expect, test } from '@jest/globals';
import { leftBehind } from '../../../scripts/doctor/left-behind.ts';

test('the doctor names what is left behind one folder a line, with what is known of its clone', () => {
  const found = [
    { folder: '/var/lib/a', owner: '/nowhere/clone' },
    { folder: '/var/lib/b', owner: undefined },
  ];
  const lines = ['/var/lib/a (/nowhere/clone is gone)', '/var/lib/b (nobody noted whose)'];
  expect(leftBehind(found)).toMatchObject({ isWell: true, lines });
});

test('the doctor has no note when nothing is left behind', () => {
  expect(leftBehind([]).lines).toBeUndefined();
});
