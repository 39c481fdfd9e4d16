import { describe, expect, test } from '@jest/globals';
import type { IntrusionMessage } from '../../../appservice/domain/desk-messages/intrusion-message.ts';
import { deskRoomWords } from '../../../appservice/domain/desk-words/desk-room-words.ts';
import { caseNumber, userId } from '../../support/parsed.ts';

const letIn = { code: 'let-in', stranger: userId('@spy:localhost') } as const;
const conversation = { conversation: caseNumber('4711') };
const words = (message: Omit<IntrusionMessage, 'code'>) => deskRoomWords({ code: 'intrusion', ...message });

describe('what the desk says about somebody who was let in past it', () => {
  test('names who and where, and tells a coordinator whom to call', () => {
    const said = words({ what: letIn, where: conversation, isCoordinator: true });
    expect(said).toContain('In gesprek 4711 werd @spy:localhost binnengelaten');
    expect(said).toContain('Bel nu wie de server beheert');
  });

  test('tells a counsellor that they may go on', () => {
    const said = words({ what: letIn, where: { desk: 'An' }, isCoordinator: false });
    expect(said).toContain('In de balie van An');
    expect(said).toContain('Je kan verder.');
  });
});

test('what the desk says about changed rights is that they are put back', () => {
  const what = { code: 'rights-changed' } as const;
  expect(words({ what, where: conversation, isCoordinator: true })).toContain('Ik heb het teruggezet.');
});
