import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  afterReply,
  openForm,
  partToShow,
  questionsOf,
  type ContactForm,
  type ContactStep,
} from '../../../appservice/domain/contact-draft.ts';
import {
  choicesOf,
  contactQuestions,
  knownAnswers,
  withAnswer,
  type ContactAnswers,
} from '../../../appservice/domain/contact-form.ts';
import { partMessage } from '../../../appservice/domain/contact-form-message.ts';
import { lists1712 as lists } from '../../../config/sections/contact-lists-1712.ts';
import { runs } from '../../../scripts/test/campaign.ts';
import { caseNumber, conversationId, must } from '../../support/parsed.ts';
import { people } from '../../support/worlds/sample-roster.ts';

const due: ContactForm = {
  formId: conversationId(1),
  counsellor: people.an,
  conversationId: conversationId(1),
  caseNumber: caseNumber('4711'),
  channel: 'chat',
  day: '2026-11-24',
  since: 1,
  facts: { province: 'limburg', language: 'fr', minutes: 31 },
  stage: 'due',
  answers: {},
  shown: [],
  written: [],
};
const phone: ContactForm = {
  ...due,
  formId: '$call',
  conversationId: null,
  caseNumber: null,
  channel: 'phone',
  facts: null,
};
const saved = (step: ContactStep | undefined) => (step?.next === 'saved' ? step.contact : undefined);
const asked = (step: ContactStep | undefined) =>
  must(step?.next === 'asked' ? step.form : undefined, 'a form');
const choose = (form: ContactForm, question: (typeof contactQuestions)[number], code: string | null) =>
  asked(afterReply(lists, form, { part: question, reply: { kind: 'choice', code } }));

describe('a form', () => {
  test('does not ask what the conversation tells by itself', () => {
    const open = openForm(lists, due);
    expect(open.answers).toEqual({ region: 'limburg', language: 'fr', duration: '30-60' });
    expect(partToShow(lists, open)).toBe('role');
    expect(questionsOf(lists, open)).not.toContain('region');
  });

  test('about a telephone call asks region, language and duration as well', () => {
    expect(questionsOf(lists, openForm(lists, phone)).slice(0, 3)).toEqual([
      'region',
      'language',
      'duration',
    ]);
  });

  test('without a province has an unknown region, and asks for none', () => {
    const open = openForm(lists, { ...due, facts: { province: null, language: 'nl', minutes: 1 } });
    expect(open.answers.region).toBeNull();
    expect(partToShow(lists, open)).toBe('role');
  });

  test('asks for a sub-theme of the chosen theme only, and for none where there are none', () => {
    const open = openForm(lists, due);
    const partner = choose(open, 'theme', 'partner-violence');
    expect(choicesOf(lists, 'sub-theme', partner.answers).map(({ code }) => code)).toContain('stalking');
    expect(questionsOf(lists, choose(open, 'theme', 'coping'))).not.toContain('sub-theme');
    expect(questionsOf(lists, choose(open, 'theme', null))).not.toContain('sub-theme');
  });

  test('forgets the sub-theme with its theme, and puts that question again', () => {
    const key = 'contact:sub-theme:3:x';
    const open = { ...openForm(lists, due), shown: [{ part: 'sub-theme', key, isCurrent: true }] as const };
    const partner = choose(choose(open, 'theme', 'partner-violence'), 'sub-theme', 'stalking');
    const child = choose(partner, 'theme', 'child-abuse');
    expect(child.answers['sub-theme']).toBeUndefined();
    expect(child.shown).toEqual([{ part: 'sub-theme', key, isCurrent: false }]);
    expect(choose(partner, 'theme', 'partner-violence').answers['sub-theme']).toBe('stalking');
  });

  test('is not saved by ✅ before everything has an answer, nor under a question', () => {
    const open = openForm(lists, due);
    const save = { kind: 'save' } as const;
    expect(afterReply(lists, open, { part: 'review', reply: save })).toBeUndefined();
    expect(afterReply(lists, open, { part: 'role', reply: save })).toBeUndefined();
  });

  test('is saved with everything unknown that has no answer, and keeps what has one', () => {
    const open = choose(openForm(lists, due), 'role', 'bystander');
    const contact = saved(afterReply(lists, open, { part: 'opening', reply: { kind: 'all-unknown' } }));
    expect(contact).toEqual({
      channel: 'chat',
      day: '2026-11-24',
      listVersion: lists.validFrom,
      answers: {
        region: 'limburg',
        language: 'fr',
        duration: '30-60',
        role: 'bystander',
        relation: null,
        theme: null,
        'sub-theme': null,
        context: null,
        age: null,
        sex: null,
        referral: null,
        anonymous: null,
        'next-step': null,
      },
    });
  });

  test('that lies aside keeps its answers, and is open again where it was', () => {
    const open = choose(openForm(lists, due), 'role', 'victim');
    const step = afterReply(lists, open, { part: 'relation', reply: { kind: 'later' } });
    const aside = must(step?.next === 'aside' ? step.form : undefined, 'a form');
    expect(aside.stage).toBe('aside');
    const shown = [{ part: 'role', key: 'contact:role:1:x', isCurrent: true }] as const;
    const again = openForm(lists, { ...aside, shown });
    expect(again.shown).toEqual([{ ...shown[0], isCurrent: false }]);
    expect([again.stage, again.answers.role, partToShow(lists, again)]).toEqual([
      'open',
      'victim',
      'relation',
    ]);
  });

  test('shows what was chosen, also where it is unknown', () => {
    const open = openForm(lists, due);
    expect(partMessage(lists, open, 'role')).toMatchObject({ answered: null, place: 1 });
    expect(partMessage(lists, choose(open, 'role', 'victim'), 'role')).toMatchObject({
      answered: { label: 'slachtoffer' },
    });
    expect(partMessage(lists, choose(open, 'role', null), 'role')).toMatchObject({
      answered: { label: null },
    });
  });

  test('loses an answer that the lists have no more, and a sub-theme with its theme', () => {
    const answers = { role: 'gone', theme: 'gone', 'sub-theme': 'stalking', sex: null } as const;
    expect(knownAnswers(lists, answers)).toEqual({ sex: null });
  });
});

describe('whatever is chosen in whatever order', () => {
  const codes = lists.themes.flatMap(({ code, subThemes }) => [code, ...subThemes.map((each) => each.code)]);
  const presses = fc.array(
    fc.record({
      question: fc.constantFrom(...contactQuestions),
      code: fc.option(fc.constantFrom(...codes, ...lists.ages.map(({ code }) => code), 'yes', 'nonsense')),
    }),
    { maxLength: 30 },
  );

  test('every answer is a choice of its question or unknown, and a full form can be saved', () => {
    fc.assert(
      fc.property(presses, (all) => {
        const answers = all.reduce((before: ContactAnswers, press) => withAnswer(lists, before, press), {});
        const form = { ...due, stage: 'open', answers } as const;
        for (const question of contactQuestions) {
          const code = form.answers[question] ?? null;
          const choices = choicesOf(lists, question, form.answers).map((choice) => choice.code);
          expect(code === null || choices.includes(code)).toBe(true);
        }
        const complete = partToShow(lists, form) === 'review';
        const step = afterReply(lists, form, { part: 'review', reply: { kind: 'save' } });
        expect(saved(step) !== undefined).toBe(complete);
        const contact = saved(afterReply(lists, form, { part: 'review', reply: { kind: 'all-unknown' } }));
        expect(Object.keys(contact?.answers ?? {}).toSorted()).toEqual([...contactQuestions].toSorted());
      }),
      runs(300),
    );
  });
});
