import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runs } from '../../../scripts/test/campaign.ts';
import { asksToLeave, countShift, noShiftPresses } from '../../../widget/page/shift-presses.ts';
import { loaderTexts } from '../../../widget/loader/texts.ts';

type Key = {
  readonly kind: 'down' | 'up' | 'pointer';
  readonly key: string;
  readonly atMs: number;
  readonly alt?: boolean;
};

/** Plays keys and says whether the page was left on the way, and how many presses count at the end. */
function play(keys: readonly Key[]): { hasLeft: boolean; count: number } {
  let presses = noShiftPresses;
  let hasLeft = false;
  for (const { kind, key, atMs, alt } of keys) {
    presses = countShift(presses, {
      isUp: kind === 'up',
      isBareShift: key === 'Shift' && alt !== true,
      atMs,
    });
    hasLeft ||= asksToLeave(presses);
  }
  return { hasLeft, count: presses.count };
}

const press = (key: string, atMs: number): Key[] => [
  { kind: 'down', key, atMs },
  { kind: 'up', key, atMs: atMs + 50 },
];

const withShift = (key: string, atMs: number, first: 'key' | 'Shift' = 'key'): Key[] => {
  const ups: Key[] = [
    { kind: 'up', key, atMs: atMs + 100 },
    { kind: 'up', key: 'Shift', atMs: atMs + 120 },
  ];
  return [
    { kind: 'down', key: 'Shift', atMs },
    { kind: 'down', key, atMs: atMs + 50 },
    ...(first === 'key' ? ups : ups.toReversed()),
  ];
};

describe('three presses of Shift', () => {
  test('leave the page', () => {
    expect(play([...press('Shift', 0), ...press('Shift', 1_000), ...press('Shift', 2_000)]).hasLeft).toBe(
      true,
    );
  });

  test('leave when each comes within five seconds of the one before, however long all three take', () => {
    expect(play([...press('Shift', 0), ...press('Shift', 4_900), ...press('Shift', 9_800)]).hasLeft).toBe(
      true,
    );
  });

  test('do not leave after a pause of six seconds; the press after it is the first', () => {
    const played = play([...press('Shift', 0), ...press('Shift', 1_000), ...press('Shift', 7_100)]);
    expect(played).toEqual({ hasLeft: false, count: 1 });
  });

  test('do not leave with another key between them', () => {
    const keys = [...press('Shift', 0), ...press('a', 100), ...press('Shift', 200), ...press('Shift', 300)];
    expect(play(keys)).toEqual({ hasLeft: false, count: 2 });
  });

  test.each(['key', 'Shift'] as const)(
    'do not leave when capitals are typed and the %s is let go first',
    (first) => {
      const keys = ['S', 'H', 'I'].flatMap((letter, index) => withShift(letter, index * 300, first));
      expect(play(keys)).toEqual({ hasLeft: false, count: 0 });
    },
  );

  test('do not leave when Shift is held for clicks', () => {
    const click = (atMs: number): Key[] => [
      { kind: 'down', key: 'Shift', atMs },
      { kind: 'pointer', key: '', atMs: atMs + 20 },
      { kind: 'up', key: 'Shift', atMs: atMs + 50 },
    ];
    expect(play([...click(0), ...click(200), ...click(400)])).toEqual({ hasLeft: false, count: 0 });
  });

  test('do not leave when the keyboard is switched with Alt and Shift', () => {
    const change = (atMs: number): Key[] => press('Shift', atMs).map((key) => ({ ...key, alt: true }));
    expect(play([...change(0), ...change(200), ...change(400)]).hasLeft).toBe(false);
  });

  test('never come from typing, whatever is typed', () => {
    const letter = fc.record({ letter: fc.constantFrom('a', 'b', 'Enter', ' '), isCapital: fc.boolean() });
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 40 }), (letters) => {
        const keys = letters.flatMap(({ letter: key, isCapital }, index) =>
          isCapital ? withShift(key, index * 200) : press(key, index * 200),
        );
        expect(play(keys)).toEqual({ hasLeft: false, count: 0 });
      }),
      runs(),
    );
  });
});

describe('the texts of the loader', () => {
  test('are those of the tag’s language, and Dutch for every one that we do not speak (R7)', () => {
    expect([loaderTexts('en-GB').close, loaderTexts('fr-BE').close]).toEqual(['Close', 'Fermer']);
    expect([null, 'nl', 'de'].map((tag) => loaderTexts(tag).close)).toEqual(Array(3).fill('Sluit'));
  });
});
