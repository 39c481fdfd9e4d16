import { describe, expect, test } from '@jest/globals';
import type {
  CoordinationMessage,
  Standing,
} from '../../../appservice/domain/desk-messages/coordination-message.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { caseNumber } from '../../support/parsed.ts';
import { start } from './helpline-world.ts';

const now = start + 250_000;
const say = (message: CoordinationMessage): string => deskWords({ kind: 'coordination', message }, now);

const quiet: Standing = {
  people: [],
  waiting: 0,
  waitingSince: null,
  inConversation: 0,
  schedule: 'open',
  opensAt: null,
  blocks: [],
  unregistered: [],
};

describe('the state of the helpline', () => {
  test('is told in a few lines, with who waits longest and since when', () => {
    const standing: Standing = {
      ...quiet,
      people: [
        { name: 'Rosa', team: 'Limburg', state: 'on', conversations: 1 },
        { name: 'Carla', team: null, state: 'paused', conversations: 0 },
      ],
      waiting: 2,
      waitingSince: start,
      inConversation: 1,
    };
    expect(say({ code: 'standing', standing })).toBe(
      [
        'Zo staat het nu:',
        '• Chat: open.',
        '• Wachten: 2, het langst sinds 17:00, al 4:10 min.',
        '• In gesprek: 1.',
        '• Aan de balie:',
        '   Rosa (Limburg): aan, 1 gesprek',
        '   Carla: pauze',
      ].join('\n'),
    );
  });

  test('lists who is blocked until when, and what is still to be registered', () => {
    const words = say({
      code: 'standing',
      standing: {
        ...quiet,
        blocks: [{ caseNumber: caseNumber('4711'), until: start + 8 * 3_600_000 }],
        unregistered: [
          { team: 'Limburg', count: 2 },
          { team: null, count: 1 },
        ],
      },
    });
    expect(words).toContain('• Geblokkeerd: gesprek 4711 tot woensdag 25 november om 01:00.');
    expect(words).toContain('• Nog te registreren: Limburg 2, zonder team 1.');
  });

  test('says when a closed chat opens again, and that nobody is there', () => {
    const words = say({
      code: 'standing',
      standing: { ...quiet, schedule: 'exceptional', opensAt: start + 5_400_000 },
    });
    expect(words).toContain('uitzonderlijk dicht; met !open gaat ze weer open. Weer open: 18:30.');
    expect(words).toContain('Wachten: niemand.');
    expect(words).toContain('Er staat nu niemand aan.');
  });
});

describe('stopping and leaving', () => {
  test('say how many conversations it took', () => {
    expect(say({ code: 'all-stopped', who: 'Dina', conversations: 1 })).toContain('1 gesprek.');
    expect(say({ code: 'all-stopped', who: 'Dina', conversations: 3 })).toContain('3 gesprekken.');
    expect(say({ code: 'offboarded', who: 'Rosa', conversations: 0 })).toContain('Rosa had geen gesprek.');
    expect(say({ code: 'offboarded', who: 'Rosa', conversations: 2 })).toContain('2 gesprekken.');
  });

  test('say what only others can do', () => {
    expect(say({ code: 'offboarded', who: 'Rosa', conversations: 0 })).toContain('kunnen wij niet wissen');
    expect(say({ code: 'not-your-team', who: 'Rosa' })).toContain('coördinator van dat team');
    expect(say({ code: 'not-yourself' })).toContain('andere coördinator');
    expect(say({ code: 'already-offboarded', who: 'Rosa' })).toContain('al niet meer');
    expect(say({ code: 'account-closed', who: 'Rosa' })).toContain('overal afgemeld');
  });
});
