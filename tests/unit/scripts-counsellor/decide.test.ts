import { describe, expect, test } from '@jest/globals';
import { afterDeed, decide, type Deed } from '../../../scripts/counsellor/decide.ts';
import type { Surroundings } from '../../../scripts/counsellor/surroundings.ts';
import { readTyped } from '../../../scripts/counsellor/typed.ts';
import {
  after,
  card,
  deskSays,
  enteredConversation,
  invitedTo,
  invitedToDesk,
  ownDesk,
  removedFrom,
} from './happenings.ts';

const type = (
  line: string,
  surroundings: Surroundings,
  desk: string | undefined = ownDesk,
): readonly Deed[] => decide(readTyped(line), { surroundings, ownDesk: desk });
const typeWithoutDesk = (line: string, surroundings: Surroundings): readonly Deed[] =>
  decide(readTyped(line), { surroundings, ownDesk: undefined });
const shown = (line: string): readonly Deed[] => [{ kind: 'show', line }];
const nothingRings = shown('Er belt nu niets voor je.');

describe('/invite', () => {
  test('lets a colleague into the conversation one is in', () => {
    expect(type('/invite tom', after(enteredConversation('7653')))).toEqual([
      { kind: 'invite', roomId: '!7653', who: 'tom' },
    ]);
  });

  test('does nothing outside a conversation or without a name, and says so', () => {
    expect(type('/invite tom', after())).toEqual(shown('Je zit nu in geen gesprek.'));
    expect(type('/invite', after(enteredConversation('7653')))).toEqual(
      shown('Wie wil je uitnodigen? Schrijf /invite en een naam.'),
    );
  });
});

describe('plain text', () => {
  test('goes to the conversation one is in', () => {
    expect(type('Dag!', after(enteredConversation('7653')))).toEqual([
      { kind: 'say', roomId: '!7653', body: 'Dag!' },
    ]);
  });

  test('goes on in the earlier conversation when the later one has ended', () => {
    const both = [enteredConversation('7653'), enteredConversation('8001')] as const;
    expect(type('Dag!', after(...both, removedFrom('8001')))).toEqual([
      { kind: 'say', roomId: '!7653', body: 'Dag!' },
    ]);
  });

  test('reaches nobody before the invitation is accepted, and says so', () => {
    expect(type('Dag!', after(invitedTo('7653')))).toEqual(
      shown('Je zit nog niet in een gesprek. Aanvaard eerst de uitnodiging: /aanvaard'),
    );
  });

  test('reaches nobody between the hand and the invitation, and says so', () => {
    const [press] = type('/neem', after(card('$k', true)));
    const surroundings = press === undefined ? undefined : afterDeed(after(card('$k', true)), press);
    expect(surroundings && type('Dag!', surroundings)).toEqual(
      shown('Je zit nog niet in een gesprek. De uitnodiging komt zo; schrijf dan /aanvaard'),
    );
  });

  test('reaches nobody after the end, and says so', () => {
    const [answer] = type('Tot ziens', after(enteredConversation('7653'), removedFrom('7653')));
    expect(answer).toMatchObject({
      kind: 'show',
      line: expect.stringContaining('Je zit nu in geen gesprek'),
    });
  });

  test.each([
    ['aan', 'Bedoel je !aan?'],
    ['Neem', 'Bedoel je !neem?'],
    ['einde 4711', 'Bedoel je !einde 4711?'],
    ['pauz', 'Bedoel je !pauze?'],
    ['aanvaard', 'Bedoel je /aanvaard?'],
    ['/aan', 'Bedoel je !aan?'],
  ])('that is nearly a command is met with a question: %s', (line, question) => {
    expect(type(line, after())).toEqual(shown(question));
  });

  test.each(['hallo daar', 'ok', 'wie ben jij'])('that is just words points to the help: %s', (line) => {
    expect(type(line, after())).toEqual([{ kind: 'show', line: expect.stringContaining('/help') }]);
  });
});

describe('a command', () => {
  test('goes to the own desk, also during a conversation', () => {
    expect(type('!einde', after(enteredConversation('7653')))).toEqual([
      { kind: 'say', roomId: ownDesk, body: '!einde' },
    ]);
  });

  test('waits for the desk to be entered', () => {
    expect(typeWithoutDesk('!aan', after(invitedToDesk('!own', 'Balie Lotte')))).toEqual(
      shown('Je bent nog niet in je balie. Aanvaard eerst de uitnodiging: /aanvaard'),
    );
    expect(typeWithoutDesk('!aan', after())).toEqual([
      { kind: 'show', line: expect.stringContaining('Je balie is er nog niet') },
    ]);
  });
});

describe('an invitation', () => {
  const desks = [invitedToDesk('!own', 'Balie Annelies'), invitedToDesk('!team', 'Balie Antwerpen')];

  test('to each desk is accepted at once', () => {
    expect(type('/aanvaard', after(...desks))).toEqual([
      { kind: 'join', roomId: '!own' },
      { kind: 'join', roomId: '!team' },
    ]);
  });

  test('to a conversation is accepted before any desk', () => {
    expect(type('/aanvaard', after(...desks, invitedTo('7653')))).toEqual([
      { kind: 'join', roomId: '!7653' },
    ]);
  });

  test('to a desk cannot be declined', () => {
    expect(type('/weiger', after(...desks))).toEqual([
      { kind: 'show', line: expect.stringContaining('Balie Annelies heb je nodig') },
    ]);
  });

  test('to a conversation can be declined, and is gone then', () => {
    const before = after(...desks, invitedTo('7653'));
    const [decline] = type('/weiger', before);
    expect(decline).toEqual({ kind: 'decline', roomId: '!7653' });
    expect(decline && afterDeed(before, decline).invitations).toHaveLength(2);
  });

  test.each(['/aanvaard', '/weiger'])('that is not there cannot be answered: %s', (line) => {
    expect(type(line, after())).toEqual(shown('Er is geen uitnodiging.'));
  });
});

describe('/neem', () => {
  test('presses the hand of the card that rings', () => {
    expect(type('/neem', after(card('$k', true)))).toEqual([
      { kind: 'press', card: { roomId: ownDesk, eventId: '$k', isRinging: true }, key: '✋' },
    ]);
  });

  test('does what !neem does for a card that does not ring', () => {
    expect(type('/neem', after(card('$k', false)))).toEqual([
      { kind: 'say', roomId: ownDesk, body: '!neem' },
    ]);
  });

  test('finds no card in a nudge, which rings too', () => {
    const nudge = deskSays('In gesprek 4711 wacht iemand op je eerste woord.', { isMention: true });
    expect(type('/neem', after(nudge))).toEqual(nothingRings);
  });

  test('finds nothing once the conversation is finished', () => {
    const taken = deskSays('✅ Jij neemt gesprek 4711', { eventId: '$e', edits: '$k' });
    const [answer] = type('/neem', after(card('$k', true), taken));
    expect(answer).toMatchObject({
      kind: 'show',
      line: expect.stringMatching(/^Er belt nu niets voor je\./u),
    });
  });

  test('finds nothing when nothing was ever there', () => {
    expect(type('/neem', after())).toEqual(nothingRings);
  });

  test('does not press the same hand twice', () => {
    const before = after(card('$k', true));
    const [press] = type('/neem', before);
    expect(press && type('/neem', afterDeed(before, press))).toEqual(
      shown('Je hebt het al genomen. De uitnodiging komt zo.'),
    );
  });

  test('points to the invitation that is there already', () => {
    expect(type('/neem', after(card('$k', false), invitedTo('7653')))).toEqual(
      shown('Je hebt het al genomen. Aanvaard nu de uitnodiging: /aanvaard'),
    );
  });

  test('asks the desk for whoever waits without a card, on duty and with free hands only', () => {
    const onDuty = deskSays('Je staat aan.');
    expect(type('/neem', after(onDuty))).toEqual([
      ...shown('Er belt nu niets voor je. Ik vraag de balie of er iemand wacht.'),
      { kind: 'say', roomId: ownDesk, body: '!neem' },
    ]);
    expect(type('/neem', after(onDuty, enteredConversation('7653')))).toEqual(nothingRings);
  });
});

test('/niet presses the cross of the card that rings, and of no other', () => {
  expect(type('/niet', after(card('$k', true)))).toMatchObject([{ kind: 'press', key: '✖' }]);
  expect(type('/niet', after(card('$k', false)))).toEqual(nothingRings);
});

test('an unknown word after a stroke is answered with the help', () => {
  expect(type('/xyzzy', after())).toEqual([
    { kind: 'show', line: expect.stringContaining('“/xyzzy” ken ik niet.') },
  ]);
});
