import { describe, expect, test } from '@jest/globals';
import { editContent, messageContent } from '../../../appservice/adapters/matrix/desk-content.ts';
import type { DeskMessage } from '../../../appservice/domain/desk-message.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { caseNumber, eventId, userId } from '../../support/parsed.ts';

const reader = userId('@lotte:localhost');
const now = Date.UTC(2026, 10, 24, 16);
const number = caseNumber('4711');
const card = { caseNumber: number, province: null, isOtherProvince: false, waitingSince: now } as const;

/** Whatever may ring, and things that never do. */
const messages: readonly DeskMessage[] = [
  { kind: 'card', ...card, state: { name: 'open' } },
  { kind: 'card', ...card, state: { name: 'missed' } },
  { kind: 'nudge', caseNumber: number },
  { kind: 'returned', caseNumber: number, reason: 'silent' },
  { kind: 'duty-ended', reason: 'missed-ring' },
  { kind: 'conversation-ended', caseNumber: number, by: 'caller', isToRegister: false, isOff: false },
  { kind: 'helpline-closed', until: null, who: 'Carla' },
  { kind: 'identity-to-confirm', who: 'Rosa', codes: ['k3Fd 9aLm Qx2T'] },
  { kind: 'desk-room', message: { code: 'command-moved' } },
];

describe.each(messages)('what the desk says ($kind)', (message) => {
  const body = deskWords(message, now);

  test('is a message that mentions where it rings: Element never rings for a notice', () => {
    expect(messageContent(body, reader)).toEqual({
      msgtype: 'm.text',
      body,
      'm.mentions': { user_ids: [reader] },
    });
  });

  test('is a notice that mentions nobody where it does not', () => {
    expect(messageContent(body, null)).toEqual({ msgtype: 'm.notice', body, 'm.mentions': {} });
  });

  test('mentions nobody when it is an edit', () => {
    const content = editContent(body, eventId('$card'));
    expect(content).toMatchObject({ 'm.mentions': {}, 'm.new_content': { body, 'm.mentions': {} } });
  });
});
