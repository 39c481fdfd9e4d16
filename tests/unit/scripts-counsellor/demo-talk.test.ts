import { describe, expect, test } from '@jest/globals';
import { goOn, newTalk, type Heard } from '../../../scripts/counsellor/demo-talk.ts';
import { emptyIntake } from '../../../widget/frame/state/intake.ts';
import type { Language } from '../../../widget/frame/state/language.ts';
import { intakeForCounsellor } from '../../../widget/frame/texts/for-counsellor.ts';

/** What is said after each of what is heard, one list for each. */
function said(...all: readonly Heard[]): readonly (readonly string[])[] {
  let talk = newTalk;
  return all.map((heard) => {
    const next = goOn(talk, heard);
    talk = next.talk;
    return next.says;
  });
}

const silence: Heard = { kind: 'silence' };
const own = (body: string): Heard => ({ kind: 'own', body });
const intake = (language: Language): Heard => ({
  kind: 'automatic',
  body: intakeForCounsellor({ ...emptyIntake, nickname: 'Mier' }, language),
});
const [hello, helloInEnglish, bonjour] = [/^\[Demo\] Dag,/u, /^\[Demo\] Hello,/u, /^\[Démo\] Bonjour,/u];

describe('the demo counsellor', () => {
  test.each([
    ['nl', hello],
    ['en', helloInEnglish],
    ['fr', bonjour],
  ] as const)('greets in the language of the intake: %s', (language, greeting) => {
    expect(said(intake(language))).toEqual([[expect.stringMatching(greeting)]]);
  });

  test('greets in every language when nobody says which', () => {
    const [[greeting = ''] = []] = said(silence);
    expect(greeting.split('\n')).toEqual([
      expect.stringMatching(hello),
      expect.stringMatching(helloInEnglish),
      expect.stringMatching(bonjour),
    ]);
  });

  test('greets once', () => {
    expect(said(intake('nl'), silence)[1]).toEqual([]);
    expect(said(silence, intake('fr'))[1]).toEqual([]);
  });

  test('answers each message of the caller with one line', () => {
    const answers = said(intake('nl'), own('Dag'), own('Ben je er?'), own('Oké'));
    expect(answers.map((lines) => lines.length)).toEqual([1, 1, 1, 1]);
    expect(answers[1]).toEqual([expect.stringContaining('Ik heb je bericht gelezen')]);
    expect(answers[3]).toEqual(answers[2]);
  });

  test('answers no line that the caller’s page says by itself', () => {
    const notice: Heard = { kind: 'automatic', body: 'Automatisch bericht: je wilde bellen.' };
    expect(said(intake('nl'), notice)[1]).toEqual([]);
  });

  test('greets and answers whoever wrote while they waited', () => {
    expect(said(own('Dag, ik ben alleen'))[0]).toEqual([
      expect.stringMatching(hello),
      expect.stringContaining('Ik heb je bericht gelezen'),
    ]);
  });

  test.each([
    ['Bonjour, il y a quelqu’un ?', 'J’ai lu votre message'],
    ['Hello, is anyone there?', 'I have read your message'],
    ['Dag, is er iemand?', 'Ik heb je bericht gelezen'],
    ['…', 'Ik heb je bericht gelezen'],
  ])('answers in the language of the words when the questions were skipped: %s', (words, answer) => {
    expect(said(silence, own(words))[1]).toEqual([expect.stringContaining(answer)]);
  });
});
