import { describe, expect, test } from '@jest/globals';
import type { CommandProblem } from '../../../appservice/domain/desk-command.ts';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import type { CardState, DeskMessage, DeskRefusal } from '../../../appservice/domain/desk-message.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { removalSentence } from '../../../appservice/domain/desk-words/conversation-words.ts';
import { caseNumber } from '../../support/parsed.ts';
import { start } from './helpline-world.ts';

const number = caseNumber('4711');
const now = start + 70_000;
const say = (message: DeskMessage): string => deskWords(message, now);
const card = (state: CardState, more: Partial<Extract<DeskMessage, { kind: 'card' }>> = {}): string =>
  say({
    kind: 'card',
    caseNumber: number,
    province: 'limburg',
    isOtherProvince: false,
    waitingSince: start,
    state,
    ...more,
  });

const refusals: readonly DeskRefusal[] = [
  { code: 'not-in-roster' },
  { code: 'no-cross-signing' },
  { code: 'no-signed-device' },
  { code: 'identity-changed' },
  { code: 'not-on-duty' },
  { code: 'pause-while-off' },
  { code: 'no-free-slot' },
  { code: 'nothing-to-take' },
  { code: 'nothing-rings' },
  { code: 'already-taken', caseNumber: number, who: 'Jef' },
  { code: 'already-taken', caseNumber: number, who: null },
  { code: 'coordinator-only' },
  { code: 'fault' },
  { code: 'not-yourself' },
  { code: 'time-already-past' },
  { code: 'not-closed' },
  { code: 'who-is-that', who: 'Rosa' },
  { code: 'nothing-to-confirm', who: 'Rosa' },
  { code: 'other-code', who: 'Rosa' },
  { code: 'changed-again', who: 'Rosa' },
  { code: 'their-keys-not-seen', who: 'Rosa' },
  { code: 'keys-in-doubt' },
  { code: 'keys-not-seen' },
  { code: 'not-read' },
  { code: 'not-encrypted' },
];
const problems: readonly CommandProblem[] = [
  { code: 'no-command', meant: null },
  { code: 'no-command', meant: '!aan' },
  { code: 'unknown-word', word: 'nem', nearest: 'neem' },
  { code: 'unknown-word', word: 'zzz', nearest: null },
  { code: 'unexpected-argument', word: 'aan' },
  { code: 'missing-reason', word: 'dicht', example: '!dicht tot 18:30 te weinig mensen' },
  { code: 'missing-who', word: 'uitdienst', example: '!uitdienst Rosa' },
  { code: 'missing-code', word: 'bevestig', who: 'Rosa' },
  { code: 'missing-number', word: 'heropen', example: '!heropen 4711 verslag nalezen' },
  { code: 'missing-code-word', word: 'codewoord' },
  { code: 'dossier-answer', word: 'dossier' },
  { code: 'too-long', word: 'blokkeer' },
  { code: 'only-remarks', word: 'feedback' },
  { code: 'bad-time', word: 'dicht' },
  { code: 'bad-number', word: 'neem' },
];
const cardStates: readonly CardState[] = [
  { name: 'open' },
  { name: 'taken', who: null },
  { name: 'taken', who: 'Rosa' },
  { name: 'passed' },
  { name: 'missed' },
  { name: 'withdrawn' },
  { name: 'returned' },
  { name: 'ended' },
];
const everything: readonly string[] = [
  ...cardStates.map((state) => card(state)),
  say({ kind: 'welcome', name: 'Rosa' }),
  ...(['on', 'off', 'paused'] as const).flatMap((state) =>
    [true, false].map((isFirstTime) => say({ kind: 'duty', state, isFirstTime, opensAt: null })),
  ),
  ...(['closing-time', 'unseen', 'missed-ring', 'identity-changed'] as const).map((reason) =>
    say({ kind: 'duty-ended', reason }),
  ),
  ...[true, false].map((isSomebodyWaiting) => say({ kind: 'still-paused', isSomebodyWaiting })),
  say({ kind: 'who', lines: [] }),
  say({ kind: 'help', isCoordinator: true }),
  ...refusals.map((refusal) => say({ kind: 'refusal', refusal })),
  ...problems.map((problem) => say({ kind: 'command-problem', problem })),
  say({ kind: 'passed', caseNumber: number }),
  say({ kind: 'nudge', caseNumber: number }),
  ...(['not-joined', 'declined', 'no-device', 'silent', 'left', 'identity-changed'] as const).map((reason) =>
    say({ kind: 'returned', caseNumber: number, reason }),
  ),
  ...(['caller', 'counsellor', 'exit', 'gone', 'failure'] as const).map((by) =>
    say({ kind: 'conversation-ended', caseNumber: number, by, isToRegister: true, isOff: false }),
  ),
  ...[null, now].map((until) => say({ kind: 'helpline-closed', until, who: 'Carla' })),
  say({ kind: 'helpline-opened', who: 'Carla' }),
  ...[[], ['k3Fd 9aLm Qx2T'], ['k3Fd 9aLm Qx2T', 'AbCd EfGh IjKl']].map((codes) =>
    say({ kind: 'identity-to-confirm', who: 'Rosa', codes }),
  ),
  say({ kind: 'identity-confirmed', who: 'Rosa' }),
  say({ kind: 'feedback', groups: [] }),
  say({ kind: 'remarks', found: null }),
  ...(['ended', 'returned', 'withdrawn'] as const).map(removalSentence),
];

describe('a card', () => {
  test('says who waits where and since when on the wall clock, what it is called, and what to press', () => {
    expect(card({ name: 'open' })).toBe(
      '✋ Iemand wacht · regio Limburg · gesprek 4711 · sinds 17:00 (al 1:10 min)\n' +
        '✋ of !neem: jij neemt het. ✖ of !niet: we vragen het aan iemand anders.',
    );
  });

  test('of another province says so, and so does one without region', () => {
    expect(card({ name: 'open' }, { province: 'west-vlaanderen', isOtherProvince: true })).toContain(
      'regio West-Vlaanderen (andere provincie)',
    );
    expect(card({ name: 'open' }, { province: null })).toContain('regio onbekend');
  });

  test('does not count the first minute', () => {
    expect(card({ name: 'open' }, { waitingSince: now - 59_000 })).toContain('sinds 17:00\n');
  });

  test('that you took says what to press in Element, and one that a colleague took says who', () => {
    expect(card({ name: 'taken', who: null })).toContain(
      'Open de uitnodiging “Gesprek 4711” en druk op Accepteren.',
    );
    expect(card({ name: 'taken', who: 'Bram' })).toBe('✅ Bram neemt gesprek 4711 · regio Limburg');
  });
});

describe('help', () => {
  const examples = (isCoordinator: boolean): string[] =>
    say({ kind: 'help', isCoordinator })
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.split(' – ')[0] ?? '');

  test('lists every command with an example that works as it stands', () => {
    const names = examples(true).map((example) => {
      const parsed = parseDeskCommand(example);
      return parsed.ok ? parsed.value.name : example;
    });
    expect(new Set(names)).toEqual(new Set(commandWords.values()));
  });

  test('keeps a coordinator’s commands from others', () => {
    expect(examples(false).join()).not.toMatch(
      /!(?:dicht|open|bevestig|feedback|stand|noodstop|uitdienst|inzage)\b(?!-)/u,
    );
  });
});

describe('the desk', () => {
  test('has a sentence of its own for everything it may say, and each ends like one', () => {
    expect(new Set(everything).size).toBeGreaterThanOrEqual(everything.length - 2);
    for (const text of everything) expect(text).toMatch(/[.?]$|Limburg$|min\)\n.*\.$/u);
  });

  test('writes no exclamation mark but before a command, and leaves nothing unfilled', () => {
    const known = [...commandWords.keys(), 'nem', 'zzz'].join('|');
    for (const text of everything) {
      expect(text.replace(new RegExp(`!(?:${known})\\b`, 'gu'), '')).not.toMatch(/!/u);
      expect(text).not.toMatch(/undefined|null|NaN|\$\{/u);
    }
  });

  test('says how to get a signed device, and who confirms a new identity', () => {
    const words = (code: 'no-signed-device' | 'no-cross-signing' | 'identity-changed'): string =>
      say({ kind: 'refusal', refusal: { code } });
    expect(words('no-signed-device')).toMatch(/Instellingen → Versleuteling.*Verify this device/su);
    expect(words('no-cross-signing')).toContain('Instellingen → Versleuteling');
    expect(words('identity-changed')).toContain('Bel een coördinator');
  });

  test.each([
    [Date.parse('2026-11-24T17:30:00Z'), 'tot 18:30.'],
    [Date.parse('2026-11-26T16:00:00Z'), 'tot donderdag 26 november om 17:00.'],
    [null, 'tot iemand het weer opent met !open, of tot de helpline volgens de openingsuren weer opengaat.'],
  ])('says until when it is closed (%s)', (until, words) => {
    expect(say({ kind: 'helpline-closed', until, who: 'Carla' })).toContain(words);
  });

  test('lists who is there, one line each', () => {
    const lines = [
      { name: 'Rosa', team: 'Limburg', state: 'on', isBusy: true },
      { name: 'Carla', team: null, state: 'paused', isBusy: false },
    ] as const;
    expect(say({ kind: 'who', lines })).toBe(
      'Nu aan de balie:\n• Rosa (Limburg): aan, in gesprek\n• Carla: pauze',
    );
  });
});
