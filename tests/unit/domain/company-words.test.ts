import { describe, expect, test } from '@jest/globals';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import type {
  CompanyCardState,
  CompanyMessage,
  CompanyRefusal,
} from '../../../appservice/domain/desk-messages/company-message.ts';
import { deskWords } from '../../../appservice/domain/desk-words.ts';
import { caseNumber } from '../../support/parsed.ts';
import { person, start } from './helpline-world.ts';

const number = caseNumber('4711');
const say = (message: CompanyMessage): string => deskWords({ kind: 'company', message }, start);

const card = (
  purpose: Extract<CompanyMessage, { code: 'card' }>['purpose'],
  state: CompanyCardState,
): CompanyMessage => ({
  code: 'card',
  caseNumber: number,
  from: 'Rosa',
  purpose,
  province: 'limburg',
  state,
});

const states: readonly CompanyCardState[] = [
  'coming',
  'came',
  'declined',
  'missed',
  'withdrawn',
  'caller-refused',
  'not-invited',
  'not-joined',
  'identity-changed',
  'left-service',
];
const refusals: readonly CompanyRefusal[] = [
  { code: 'who-is-that', who: 'Zus' },
  { code: 'yourself', caseNumber: number, purpose: 'reads-along' },
  { code: 'yourself', caseNumber: number, purpose: 'takes-over' },
  { code: 'not-in-room', caseNumber: number },
  { code: 'already-in', caseNumber: number, who: 'Bram' },
  { code: 'somebody-coming', caseNumber: number },
  { code: 'has-successor', caseNumber: number },
  { code: 'left-service', who: 'Bram' },
  { code: 'never-on-duty', who: 'Bram' },
  { code: 'colleague-identity', who: 'Bram' },
  { code: 'colleague-off-duty', who: 'Bram' },
  { code: 'colleague-busy', who: 'Bram' },
  { code: 'no-successor', caseNumber: number },
  { code: 'own-identity' },
  { code: 'own-keys-unknown', caseNumber: number },
  { code: 'off-duty', caseNumber: number },
  { code: 'not-asked-any-more', caseNumber: number },
  { code: 'one-at-a-time', caseNumber: number },
  { code: 'already-called', caseNumber: number },
  { code: 'nobody-to-call', caseNumber: number },
];
const purposes = ['takes-over', 'reads-along'] as const;
const everything: readonly CompanyMessage[] = [
  ...([...purposes, 'help'] as const).map((purpose) => card(purpose, 'open')),
  ...states.map((state) => card('help', state)),
  ...refusals.map((refusal) => ({ code: 'refusal', refusal }) as const),
  ...purposes.flatMap((purpose) =>
    (['asked', 'coming', 'came'] as const).map(
      (code) => ({ code, caseNumber: number, purpose, who: 'Bram', team: 'Limburg' }) as const,
    ),
  ),
  ...(
    [
      'declined',
      'missed',
      'withdrawn',
      'caller-refused',
      'not-invited',
      'not-joined',
      'identity-changed',
      'left-service',
    ] as const
  ).map(
    (why) => ({ code: 'not-coming', caseNumber: number, who: 'Bram', purpose: 'takes-over', why }) as const,
  ),
  { code: 'share-now', caseNumber: number, who: 'Bram', colleague: person('bram') },
  { code: 'invitation-seen', caseNumber: number, who: 'Bram' },
  { code: 'help-called', caseNumber: number, names: ['Carla', 'Dina'] },
  { code: 'help-unanswered', caseNumber: number },
  ...(['stopped', 'left', 'identity-changed', 'left-service'] as const).map(
    (why) => ({ code: 'reader-gone', caseNumber: number, who: 'Bram', why }) as const,
  ),
  ...(['stopped', 'left', 'identity-changed', 'left-service', 'ended', 'returned'] as const).map(
    (why) => ({ code: 'reading-over', caseNumber: number, why }) as const,
  ),
  { code: 'handed-over', caseNumber: number, who: 'Bram' },
  { code: 'stranger', caseNumber: number, stranger: person('zus') },
];

describe('what the desk says about company', () => {
  test('is a sentence of its own each time, and names no command that is none', () => {
    const texts = everything.map(say);
    expect(new Set(texts).size).toBe(texts.length);
    const known = [...commandWords.keys()].join('|');
    for (const text of texts) {
      expect(text).toMatch(/\.$/u);
      expect(text.replace(new RegExp(`!(?:${known})\\b`, 'gu'), '')).not.toMatch(/!/u);
      expect(text).not.toMatch(/undefined|null|NaN|\$\{/u);
    }
  });

  test('asks with who asks, for what, where, and how to answer', () => {
    expect(say(card('takes-over', 'open'))).toBe(
      'Rosa vraagt of jij gesprek 4711 overneemt · regio Limburg\n' +
        '✅ of !neem 4711: ik neem het over. ❌ of !niet 4711: nu niet. Zonder antwoord stopt de vraag na een minuut.',
    );
    expect(say(card('reads-along', 'open'))).toContain('Rosa vraagt of jij meeleest in gesprek 4711');
    expect(say(card('help', 'open'))).toContain('Rosa vraagt stil om hulp in gesprek 4711');
  });

  test('gives the exact line to write in Element', () => {
    const words = say({ code: 'share-now', caseNumber: number, who: 'Bram', colleague: person('bram') });
    expect(words.split('\n')).toContain('/invite @bram:localhost');
  });

  test('names another team', () => {
    const asked = { code: 'asked', caseNumber: number, purpose: 'takes-over', who: 'Ann' } as const;
    expect(say({ ...asked, team: 'Antwerpen' })).toContain('Ann (team Antwerpen)');
    expect(say({ ...asked, team: null })).not.toContain('team');
  });
});
