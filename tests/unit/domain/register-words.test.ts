import { describe, expect, test } from '@jest/globals';
import { commandWords } from '../../../appservice/domain/command-words.ts';
import type { RegisterMessage } from '../../../appservice/domain/desk-messages/register-message.ts';
import { registerWords } from '../../../appservice/domain/desk-words/register-words.ts';
import { lists1712 } from '../../../config/sections/contact-lists-1712.ts';
import { caseNumber } from '../../support/parsed.ts';

const number = caseNumber('4711');
const chat = { caseNumber: number, day: '2026-11-24' };
const phone = { caseNumber: null, day: '2026-11-24' };
const role = { question: 'role', label: 'slachtoffer' } as const;
const messages: readonly RegisterMessage[] = [
  { code: 'form-opening', of: chat, told: [{ question: 'region', label: 'Limburg' }] },
  { code: 'form-opening', of: phone, told: [] },
  { code: 'form-question', question: 'role', choices: lists1712.roles, answered: null, place: 1, total: 10 },
  { code: 'form-question', question: 'role', choices: lists1712.roles, answered: role, place: 1, total: 10 },
  {
    code: 'form-question',
    question: 'theme',
    choices: lists1712.themes,
    answered: null,
    place: 3,
    total: 10,
  },
  { code: 'form-review', answers: [role, { question: 'sex', label: null }] },
  { code: 'form-hint', question: 'role', choices: lists1712.roles, caseNumbers: [caseNumber('4711')] },
  { code: 'form-hint', question: null, choices: [], caseNumbers: [] },
  { code: 'registered', of: chat },
  { code: 'put-aside', of: phone },
  { code: 'lies-aside', of: chat },
  { code: 'old-question' },
  { code: 'already-registered' },
  { code: 'nothing-to-register' },
  { code: 'not-on-your-list', caseNumber: number },
  { code: 'looks-like-number' },
  { code: 'unregistered', own: [], teams: [] },
  { code: 'unregistered', own: [chat, phone], teams: [{ team: null, count: 2 }] },
  { code: 'dossier-rule', caseNumber: number },
  ...(['agreed', 'refused', 'later'] as const).map((answer) => {
    return { code: 'dossier-noted', caseNumber: number, answer } as const;
  }),
  { code: 'dossier-not-yet', caseNumber: number },
  { code: 'dossier-not-yours', caseNumber: number },
  { code: 'dossier-which', caseNumbers: [number] },
  { code: 'dossier-of-which' },
];

describe('the words of the contact register', () => {
  test('name only commands that there are', () => {
    const named = messages.flatMap((message) =>
      [...registerWords(message).matchAll(/!([a-z][a-z-]*)/gu)].map(([, word = '']) => word),
    );
    expect(named.filter((word) => !commandWords.has(word))).toEqual([]);
    expect(named).toContain('registreer');
  });

  test('end without an exclamation mark', () => {
    const shouted = messages.map(registerWords).filter((words) => /!(?:\s|$)/u.test(words));
    expect(shouted).toEqual([]);
  });

  test('ask with the choices below, and show what was chosen in the first line', () => {
    const [, , asked, answered] = messages;
    expect([asked, answered].flatMap((each) => (each === undefined ? [] : [registerWords(each)]))).toEqual([
      [
        '1/10 · Welke rol had de beller?',
        '1. slachtoffer',
        '2. (mogelijke) pleger',
        '3. omstander',
        '4. professional',
        'Druk op een cijfer of schrijf het. ❔ onbekend. ⏭ de rest onbekend, en bewaren.',
      ].join('\n'),
      '1/10 · Welke rol had de beller? slachtoffer ✓\nToch anders? 1. slachtoffer · 2. (mogelijke) pleger · 3. omstander · 4. professional',
    ]);
  });

  test('list what is to be registered, and how', () => {
    expect(
      registerWords({ code: 'unregistered', own: [chat, phone], teams: [{ team: 'Limburg', count: 2 }] }),
    ).toBe(
      [
        'Nog te registreren:',
        '• gesprek 4711, 24 november: !registreer 4711',
        '• het telefoongesprek van 24 november: !telefoon',
        '',
        'Bij de teams staat open:',
        '• Limburg: 2',
      ].join('\n'),
    );
  });
});
