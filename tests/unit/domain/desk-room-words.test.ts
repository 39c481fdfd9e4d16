import { describe, expect, test } from '@jest/globals';
import type { DeskRoomMessage } from '../../../appservice/domain/desk-messages/desk-room-message.ts';
import { parseDeskCommand } from '../../../appservice/domain/parse-desk-command.ts';
import { deskRoomWords } from '../../../appservice/domain/desk-words/desk-room-words.ts';
import { caseNumber } from '../../support/parsed.ts';

const messages: readonly DeskRoomMessage[] = [
  { code: 'own-desk', caseNumbers: [caseNumber('4711'), caseNumber('4712')] },
  { code: 'edit-too-late' },
  { code: 'edit-not-obeyed' },
  { code: 'removal-too-late' },
  { code: 'card-over', caseNumber: caseNumber('4711') },
  { code: 'command-moved' },
  { code: 'new-desk' },
  { code: 'stranger-removed' },
];

describe.each(messages)('what the desk says of its rooms ($code)', (message) => {
  const words = deskRoomWords(message);

  test('is calm, and at most three lines of Element', () => {
    expect(words).toMatch(/\.$/);
    expect(words).not.toContain('!!');
    expect(words.length).toBeLessThanOrEqual(240);
  });

  test('names only commands that there are', () => {
    const named = words.match(/![a-z-]+/g) ?? [];
    expect(named.filter((word) => !parseDeskCommand(word).ok)).toEqual([]);
  });
});

test('a card of a conversation that is over names it', () => {
  expect(deskRoomWords({ code: 'card-over', caseNumber: caseNumber('4711') })).toContain('4711');
});
