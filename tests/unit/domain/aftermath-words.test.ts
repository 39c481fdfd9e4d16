import { describe, expect, test } from '@jest/globals';
import { auditedActs } from '../../../appservice/domain/audit.ts';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import type {
  AftermathMessage,
  LookedLine,
} from '../../../appservice/domain/desk-messages/aftermath-message.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { caseNumber, userId } from '../../support/parsed.ts';
import { start } from './helpline-world.ts';

const number = caseNumber('4711');
const now = start;
const say = (message: AftermathMessage): string => deskWords({ kind: 'aftermath', message }, now);

const looked = (lines: readonly LookedLine[], earlier = 0): string =>
  say({ code: 'looked', caseNumber: number, lines, earlier });

const line: LookedLine = {
  at: start - 86_400_000,
  act: 'address-shown',
  who: 'An',
  subject: null,
  reason: 'acuut gevaar',
};

const everything: readonly string[] = [
  ...[true, false].map((isAgain) =>
    say({ code: 'reopened', caseNumber: number, until: start + 3_600_000, isAgain }),
  ),
  ...(['not-yours', 'not-of-team', 'still-going'] as const).map((code) =>
    say({ code: 'refused', refusal: { code, caseNumber: number } }),
  ),
  say({ code: 'refused', refusal: { code: 'other-team', who: 'Bram' } }),
  say({ code: 'refused', refusal: { code: 'not-with-yourself' } }),
  say({
    code: 'shared',
    caseNumber: number,
    until: start + 3_600_000,
    who: 'Bram',
    colleague: userId('@bram:localhost'),
  }),
  say({ code: 'shared-with-you', caseNumber: number, until: start + 3_600_000, who: 'Rosa' }),
  say({ code: 'invited', caseNumber: number, who: 'Bram' }),
  say({ code: 'stranger', caseNumber: number, stranger: userId('@x:localhost') }),
  looked([]),
  looked(auditedActs.map((act) => ({ ...line, act }))),
];

describe('what the desk says after the end', () => {
  test('names only commands that there are, and shouts nowhere', () => {
    const marks = everything.join(' ').matchAll(/!([\p{L}-]*)/gu);
    const words = [...marks].map(([, word = '']) => word);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word) => !commandWords.has(word))).toEqual([]);
  });

  test('says until when it is open, and that the caller sees nothing', () => {
    expect(everything[1]).toContain('weer open voor jou, tot 18:00.');
    expect(everything[1]).toContain('de beller ziet het nooit');
    expect(everything[0]).toContain('al open voor jou, tot 18:00.');
  });
});

test('who shares reads the exact words to write in the room, alone on their line', () => {
  const words = everything.find((each) => each.includes('/invite')) ?? '';
  expect(words.split('\n')).toContain('/invite @bram:localhost');
});

describe('who looked', () => {
  test('is told with the day, the person, what was done, about whom, and why in quotes', () => {
    expect(looked([{ ...line, act: 'conversation-shared', subject: 'Bram' }])).toBe(
      [
        'Wat over gesprek 4711 in het logboek staat:',
        '• maandag 23 november om 17:00: An deelde het gesprek (Bram)',
        '> acuut gevaar',
      ].join('\n'),
    );
  });

  test('of a conversation without lines is said so', () => {
    expect(looked([])).toBe('Over gesprek 4711 staat niets in het logboek.');
  });

  test('says how many lines are left out, and nothing when none are', () => {
    expect(looked([line], 7)).toContain('De 7 oudste regels staan hier niet bij');
    expect(looked([line])).not.toContain('oudste');
  });

  test('has no reason where none was given, and lets none pass for the desk’s own words', () => {
    expect(looked([{ ...line, reason: null }])).not.toContain('>');
    expect(looked([{ ...line, reason: 'x\n• vandaag: Bert' }])).toContain('\n> • vandaag: Bert');
  });

  test('has words of its own for each act', () => {
    const words = auditedActs.map((act) => looked([{ ...line, act }]));
    expect(new Set(words).size).toBe(auditedActs.length);
  });
});
