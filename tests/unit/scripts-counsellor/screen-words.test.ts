import { describe, expect, test } from '@jest/globals';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { dutyEndWords } from '../../../appservice/domain/desk-words/duty-words.ts';
import {
  farewell,
  shownFor,
  stillInvitedWords,
  stillInWords,
} from '../../../scripts/counsellor/screen-words.ts';
import { dutyAfter } from '../../../scripts/counsellor/surroundings.ts';
import {
  after,
  callerSays,
  card,
  deskSays,
  enteredConversation,
  invitedTo,
  invitedToDesk,
  removedFrom,
} from './happenings.ts';

const comeBack = 'npm run counsellor';
const unreadable = { kind: 'unreadable', roomId: '!7653', eventId: '$c', code: 'x' } as const;

describe('the end of being in a room', () => {
  test('is not told to whoever declined or left', () => {
    expect(shownFor(removedFrom('7653', { isOwnDoing: true }), after(invitedTo('7653')))).toBeUndefined();
  });

  test('is told with its reason', () => {
    const reason = 'Dit gesprek is afgelopen. In je balie lees je waarom.';
    expect(shownFor(removedFrom('7653', { reason }), after(enteredConversation('7653')))).toBe(
      `\n← Je bent niet meer in Gesprek 7653. ${reason}`,
    );
  });

  test('is told without one when none was given', () => {
    expect(shownFor(removedFrom('7653'), after(enteredConversation('7653')))).toBe(
      '\n← Je bent niet meer in Gesprek 7653.',
    );
  });

  test('is told of an invitation that was withdrawn', () => {
    expect(shownFor(removedFrom('7653'), after(invitedTo('7653')))).toBe(
      '\n← De uitnodiging voor Gesprek 7653 is weg.',
    );
  });
});

describe('words', () => {
  test('that become readable later are shown once, and said to be late', () => {
    const late = callerSays('7653', 'Ben je daar?');
    const before = after(enteredConversation('7653'), unreadable);
    expect(shownFor(late, before)).toBe('Beller (nu pas leesbaar): Ben je daar?');
    expect(shownFor(late, after(enteredConversation('7653'), unreadable, late))).toBeUndefined();
  });

  test('that cannot be read are reported once', () => {
    expect(shownFor(unreadable, after())).toMatch(/nog\) niet gelezen/u);
    expect(shownFor(unreadable, after(unreadable))).toBeUndefined();
  });

  test('of one of several callers name the conversation', () => {
    const both = after(enteredConversation('7653'), enteredConversation('8001'));
    expect(shownFor(callerSays('7653', 'Dag'), both)).toBe('Beller (Gesprek 7653): Dag');
  });

  test('of a colleague at the team desk are not a caller’s', () => {
    const words = deskSays('Koffie?', { sender: '@jef:localhost', roomId: '!team' });
    expect(shownFor(words, after())).toBe('Collega jef: Koffie?');
  });

  test('ring only when they mention and are new', () => {
    expect(shownFor(card('$k', true), after())).toMatch(/^\u0007🔔 Balie: ✋/u);
    expect(shownFor(deskSays('✋ Iemand', { edits: '$k', isMention: true }), after())).toBe(
      'Balie: ✋ Iemand',
    );
  });
});

test('only a caller’s typing is shown', () => {
  const typing = { kind: 'typing', roomId: '!7653', isTyping: true } as const;
  expect(shownFor(typing, after(enteredConversation('7653')))).toBe('(de beller typt …)');
  expect(shownFor(typing, after())).toBeUndefined();
});

test('a desk’s invitation offers no declining', () => {
  expect(shownFor(invitedToDesk('!own', 'Balie Lotte'), after())).toBe(
    '\n✉ Uitnodiging: Balie Lotte (van de balie). Schrijf /aanvaard',
  );
});

test('what is left to accept is named', () => {
  const two = after(invitedToDesk('!own', 'Balie Lotte'), invitedToDesk('!team', 'Balie Limburg'));
  expect(stillInvitedWords(two)).toContain('Balie Lotte en Balie Limburg');
  expect(stillInvitedWords(after())).toBeUndefined();
});

test('whoever comes back into a conversation is told, and that older words are lost to a new device', () => {
  const conversation = { roomId: '!7653', name: 'Gesprek 7653' };
  expect(stillInWords(conversation, false)).toContain('Je zit nog in Gesprek 7653');
  expect(stillInWords(conversation, true)).toContain('kan dit nieuwe toestel niet lezen');
});

describe('leaving', () => {
  test('is silent off duty and out of conversation', () => {
    expect(farewell(after(), comeBack)).toEqual([]);
  });

  test('warns whoever is on duty', () => {
    expect(farewell(after(deskSays('Je staat aan.')), comeBack)).toEqual([
      'Je staat nog aan: bellers kunnen je nog krijgen. Kom terug met npm run counsellor en schrijf !uit.',
    ]);
  });

  test('warns whoever was rung since they came back', () => {
    expect(farewell(after(card('$k', true)), comeBack)).toHaveLength(1);
    expect(farewell(after(card('$k', false)), comeBack)).toEqual([]);
  });

  test('tells whoever is in a conversation what the caller will see', () => {
    expect(farewell(after(enteredConversation('7653')), comeBack)).toEqual([
      'Je zit nog in Gesprek 7653. De beller leest straks dat een bericht nog even blijft staan.',
      'Het vertrekt zodra je terug bent. Kom terug met npm run counsellor.',
    ]);
  });
});

describe('duty', () => {
  const duty = (state: 'off' | 'on' | 'paused'): string =>
    deskWords({ kind: 'duty', state, isFirstTime: false, opensAt: null }, 0);

  test('is read from the desk’s own answers', () => {
    expect([dutyAfter(duty('on')), dutyAfter(duty('off')), dutyAfter(duty('paused'))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test.each(Object.values(dutyEndWords))('is over when the desk says so: %s', (words) => {
    expect(dutyAfter(words)).toBe(false);
  });

  test('is not touched by anything else the desk says', () => {
    expect(dutyAfter(deskWords({ kind: 'help', isCoordinator: true }, 0))).toBeUndefined();
    expect(dutyAfter(deskWords({ kind: 'welcome', name: 'Lotte' }, 0))).toBeUndefined();
    expect(dutyAfter(deskWords({ kind: 'refusal', refusal: { code: 'not-on-duty' } }, 0))).toBeUndefined();
  });
});
