import { describe, expect, test } from '@jest/globals';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import type { BlockingMessage } from '../../../appservice/domain/desk-messages/blocking-message.ts';
import { blockingWords } from '../../../appservice/domain/desk-words/blocking-words.ts';
import { caseNumber } from '../../support/parsed.ts';
import { start } from './helpline-world.ts';

const number = caseNumber('4711');
/** 01:15 on the helpline’s wall clock. */
const until = start + 8.25 * 3_600_000;
const about = { caseNumber: number, who: 'An' };
const states = [{ name: 'holds' }, { name: 'lifted', who: 'Dina' }, { name: 'over' }] as const;

const everything: readonly BlockingMessage[] = [
  ...(['blocked', 'spared', 'unknown', 'asked'] as const).map((line) => {
    return { code: 'blocked', caseNumber: number, until, line, hasDevice: line !== 'blocked' } as const;
  }),
  ...([null, 'blocked', 'spared', 'over'] as const).map((choice) => {
    return { code: 'shared-line', caseNumber: number, choice } as const;
  }),
  ...[about, null].flatMap((whom) =>
    states.map((state) => ({ code: 'team-block', until, about: whom, state }) as const),
  ),
  { code: 'block-lifted', caseNumber: number },
  { code: 'block-list-unreadable' },
  { code: 'block-list-readable' },
  { code: 'nothing-to-block' },
  { code: 'not-yours-to-block', caseNumber: number },
  { code: 'too-late-to-block', caseNumber: number },
  { code: 'nothing-known', caseNumber: number },
  { code: 'already-blocked', caseNumber: number, until },
  { code: 'no-block', caseNumber: number },
  { code: 'no-block', caseNumber: null },
  { code: 'which-block', blocks: [{ caseNumber: number, until }] },
  { code: 'block-of-other-team', caseNumber: number },
];

describe('what the desk says of blocks', () => {
  test('is a sentence of its own each time, with nothing unfilled', () => {
    const said = everything.map(blockingWords);
    expect(new Set(said).size).toBe(said.length);
    for (const text of said) expect(text).not.toMatch(/undefined|null|NaN|\$\{/u);
  });

  test('has real commands, and no other exclamation mark', () => {
    const known = [...commandWords.keys()].join('|');
    for (const text of everything.map(blockingWords)) {
      expect(text.replace(new RegExp(`!(?:${known})\\b`, 'gu'), '')).not.toContain('!');
    }
  });

  test('tells other teams until when, and neither who nor which conversation', () => {
    const [holds] = states;
    expect(blockingWords({ code: 'team-block', until, about: null, state: holds })).toBe(
      'Een beller is geblokkeerd tot 01:15 (chat).',
    );
  });

  test('tells their own team who blocked whom, and how to take it back', () => {
    const [holds] = states;
    expect(blockingWords({ code: 'team-block', until, about, state: holds })).toBe(
      'An heeft de beller van gesprek 4711 geblokkeerd tot 01:15 (chat). Vergissing? Schrijf !vrij 4711.',
    );
  });

  test('tells whoever blocked what is blocked', () => {
    const said = (hasDevice: boolean, line: 'blocked' | 'unknown') =>
      blockingWords({ code: 'blocked', caseNumber: number, until, line, hasDevice }).split('\n')[0];
    expect(said(true, 'blocked')).toContain('vanaf dit toestel en deze internetverbinding;');
    expect(said(false, 'blocked')).toContain('vanaf deze internetverbinding;');
    expect(said(true, 'unknown')).toContain(
      'tot 01:15 niet chatten vanaf dit toestel; bellen en mailen kan wel.',
    );
  });
});
