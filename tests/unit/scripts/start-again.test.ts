import { expect, test } from '@jest/globals';
import { startAgainWith } from '../../../scripts/start/start-again.ts';
import { defaultPortBase } from '../../../scripts/stack/layout.ts';

const usual = {
  hasDemoCounsellor: false,
  hours: 'always',
  now: null,
  portBase: defaultPortBase,
  elementFolder: null,
  isFresh: false,
  beganAtMs: 0,
} as const;

test('a start without options is repeated with the new one only', () => {
  expect(startAgainWith('--demo-counsellor', usual)).toBe('npm start -- --demo-counsellor');
});

test('every option is repeated but the one that forgets', () => {
  const given = { ...usual, now: '2027-05-25T17:30', portBase: 24_100, elementFolder: '/a b', isFresh: true };
  expect(startAgainWith('--demo-counsellor', given)).toBe(
    "npm start -- --now 2027-05-25T17:30 --ports 24100 --element '/a b' --demo-counsellor",
  );
});
