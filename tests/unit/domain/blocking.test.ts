import { describe, expect, test } from '@jest/globals';
import {
  areComparable,
  blockMs,
  hasMark,
  holdsAt,
  isBlocked,
  isPerhapsShared,
  teamOfBlock,
  type Block,
} from '../../../appservice/domain/blocking.ts';
import { minuteMs } from '../../../appservice/domain/time.ts';
import { caseNumber, conversationId, teamId } from '../../support/parsed.ts';
import { conversation, person, start } from './helpline-world.ts';

const mark = { keyId: '2026-11-a', fingerprint: 'line' };

function block(from: number, change: Partial<Block> = {}): Block {
  return {
    conversationId: conversationId(1),
    caseNumber: caseNumber('4711'),
    by: person('rosa'),
    teamId: teamId('limburg'),
    from,
    until: from + blockMs,
    tokenHashes: ['present', 'offered'],
    line: { standing: 'blocked', mark },
    ...change,
  };
}

const nobody = { tokenHash: null, lineMarks: [] };
const ended = (at: number) => ({ name: 'ended', by: 'caller', at, wasAttended: true }) as const;
const joined = {
  name: 'joined',
  counsellor: person('rosa'),
  takenAt: start,
  since: start,
  nudgedAt: null,
  asked: [],
} as const;

describe('a block', () => {
  test.each([
    ['on an evening', '2026-11-24T16:15:00Z', '2026-11-25T00:15:00Z'],
    ['in the night that summer time begins', '2027-03-27T20:30:00Z', '2027-03-28T04:30:00Z'],
    ['in the night that summer time ends', '2026-10-24T20:30:00Z', '2026-10-25T04:30:00Z'],
  ])('made %s holds for eight hours of elapsed time, to the second', (_, from, after) => {
    const made = block(Date.parse(from));
    const seen = [
      made.from - 1,
      made.from,
      Date.parse(after) - 1_000,
      Date.parse(after) - 1,
      Date.parse(after),
    ];
    expect(seen.map((now) => holdsAt(made, now))).toEqual([false, true, true, true, false]);
  });
});

describe('who wants to chat', () => {
  test.each([
    ['with the present token', { ...nobody, tokenHash: 'present' }, true],
    ['with the token that was offered', { ...nobody, tokenHash: 'offered' }, true],
    ['from the line', { ...nobody, lineMarks: [mark] }, true],
    [
      'from the line, known by the key of another month too',
      { ...nobody, lineMarks: [{ ...mark, keyId: '2026-12-b' }, mark] },
      true,
    ],
    [
      'with another token from another line',
      { tokenHash: 'x', lineMarks: [{ ...mark, fingerprint: 'x' }] },
      false,
    ],
    [
      'from a line that only looks the same under another key',
      { ...nobody, lineMarks: [{ ...mark, keyId: 'x' }] },
      false,
    ],
    ['without token from a line that is not known', nobody, false],
  ])('%s: blocked %#', (_, shown, expected) => {
    expect(isBlocked([block(start)], shown, start)).toBe(expected);
  });

  test('is not blocked by what is over', () => {
    const shown = { tokenHash: 'present', lineMarks: [mark] };
    expect(isBlocked([block(start)], shown, start + blockMs)).toBe(false);
  });

  test('is not blocked by a line while somebody is asked about it', () => {
    const asked = block(start, { line: { standing: 'asked', mark } });
    expect(isBlocked([asked], { ...nobody, lineMarks: [mark] }, start)).toBe(false);
  });

  test('is not blocked by a line that is not known, even from one that is not known', () => {
    expect(isBlocked([block(start, { line: null, tokenHashes: [] })], nobody, start)).toBe(false);
  });
});

describe('blocks', () => {
  test('can be compared with while every key that one of them needs is there', () => {
    expect(areComparable([block(start)], ['x', mark.keyId], start)).toBe(true);
    expect(areComparable([block(start)], ['x'], start)).toBe(false);
  });

  test('need no key when they are over or have no line', () => {
    expect(areComparable([block(start)], [], start + blockMs)).toBe(true);
    expect(areComparable([block(start, { line: null })], [], start)).toBe(true);
  });

  test('are of a line that one of the marks is of', () => {
    expect([hasMark([{ ...mark, fingerprint: 'x' }, mark], mark), hasMark([], mark)]).toEqual([true, false]);
  });
});

describe('a line', () => {
  const own = conversation(joined);
  const other = (createdAt: number, phase = ended(start)) => conversation(phase, { count: 2, createdAt });

  test('is perhaps shared with a conversation that runs, however long', () => {
    const running = conversation(joined, { count: 2, createdAt: start - 90 * minuteMs });
    expect(isPerhapsShared([running], own, start)).toBe(true);
  });

  test('is perhaps shared with one that started less than half an hour ago', () => {
    const at = (age: number) => isPerhapsShared([other(start - age)], own, start);
    expect([at(30 * minuteMs - 1), at(30 * minuteMs)]).toEqual([true, false]);
  });

  test('is not shared with the conversation itself', () => {
    expect(isPerhapsShared([own], own, start)).toBe(false);
  });
});

describe('the team of a block', () => {
  const teamOf = (who: string) => (who === person('rosa') ? teamId('limburg') : null);

  test.each([
    ['the one responsible', conversation(joined, { controller: teamId('antwerpen') }), 'antwerpen'],
    ['that of whoever has the conversation', conversation(joined), 'limburg'],
    ['that of whoever blocks', conversation(ended(start)), null],
  ])('is %s', (_, which, expected) => {
    expect(teamOfBlock(which, teamOf, person('carla'))).toBe(expected);
  });
});
