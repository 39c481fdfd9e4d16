import { describe, expect, test } from '@jest/globals';
import type { ConversationCommand, NotMeant } from '../../../appservice/domain/meant-conversation.ts';
import { meantWords } from '../../../appservice/domain/desk-words/meant-words.ts';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';
import { caseNumber } from '../../support/parsed.ts';

const a = caseNumber('4711');
const b = caseNumber('4712');
const c = caseNumber('4713');
const over = { caseNumber: a, wasReading: false };
const which = (
  command: ConversationCommand,
  more: Partial<Extract<NotMeant, { code: 'which-conversation' }>> = {},
): string =>
  meantWords({ code: 'which-conversation', command, who: null, running: [b], over: [over], ...more });

const commands: readonly ConversationCommand[] = [
  'einde',
  'blokkeer',
  'collega',
  'overleg',
  'geef',
  'ip',
  'codewoord',
  'afronden',
  'verder',
  'overgenomen',
];

describe('the words for a command that may mean another conversation', () => {
  test('ask before anybody is blocked, with a command for each', () => {
    expect(which('blokkeer')).toBe(
      'Gesprek 4711 is net afgelopen en gesprek 4712 loopt nog. Welk bedoel je? Schrijf !blokkeer 4711 en waarom, of !blokkeer 4712 en waarom.',
    );
  });

  test('ask before a conversation is closed', () => {
    expect(which('einde')).toBe(
      'Gesprek 4711 is al afgelopen. Wil je gesprek 4712 afsluiten? Schrijf dan !einde 4712.',
    );
    expect(which('einde', { over: [{ caseNumber: a, wasReading: true }] })).toContain(
      'In gesprek 4711 lees je niet meer mee. Wil je gesprek 4712 afsluiten?',
    );
  });

  test('name the colleague where the command does', () => {
    expect(which('geef', { who: 'Bram' })).toContain('Bedoel je gesprek 4712? Schrijf dan !geef 4712 Bram.');
    expect(which('geef', { who: 'Bram', over: [], running: [a, b] })).toContain(
      '!geef 4711 Bram of !geef 4712 Bram',
    );
  });

  test('offer each of several that run', () => {
    expect(which('collega', { running: [b, c] })).toContain('Schrijf dan !collega 4712 of !collega 4713.');
  });

  test.each(commands)('write a whole command for !%s that the desk reads', (command) => {
    const who = command === 'geef' || command === 'overleg' ? 'Bram' : null;
    const written = /!\w+ 4712[^,.]*/u.exec(which(command, { who }))?.[0] ?? '';
    expect(parseDeskCommand(written)).toMatchObject({ ok: true });
    expect(written).toContain(`!${command} `);
  });

  test('say for none what is so, and to whoever needs help whom to ring', () => {
    const none = (command: ConversationCommand, number: typeof a | null) =>
      meantWords({ code: 'no-conversation', command, caseNumber: number });
    expect(none('einde', null)).toBe('Je hebt nu geen gesprek dat loopt.');
    expect(none('einde', a)).toBe('Gesprek 4711 heb je nu niet: het is voorbij, of een collega heeft het.');
    expect(none('collega', null)).toContain('Heb je hulp nodig? Bel je coördinator.');
  });
});
