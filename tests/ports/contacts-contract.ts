import { describe, expect, test } from '@jest/globals';
import type { ContactForm } from '../../appservice/domain/contact-draft.ts';
import type { Contact } from '../../appservice/domain/contact-form.ts';
import { eventId, roomId } from '../support/parsed.ts';
import { counsellors, insert, type OpenWorld } from './register-world.ts';

/** A telephone call that is to be registered. */
export const call: ContactForm = {
  formId: '$call',
  counsellor: counsellors.an,
  conversationId: null,
  caseNumber: null,
  channel: 'phone',
  day: '2026-11-24',
  since: 10,
  facts: null,
  stage: 'due',
  answers: {},
  shown: [],
  written: [],
};

/** A contact that is registered. */
export const contact = (theme: string | null): Contact => ({
  channel: 'chat',
  day: '2026-11-24',
  listVersion: '2020-01-01',
  answers: {
    region: 'limburg',
    language: 'nl',
    duration: null,
    role: 'victim',
    relation: null,
    theme,
    'sub-theme': null,
    context: null,
    age: null,
    sex: null,
    referral: null,
    anonymous: 'yes',
    'next-step': null,
  },
});

/** What every register of contacts does, and the forms that lead to it. */
export function contactsContract(world: OpenWorld): void {
  describe('the forms about contacts', () => {
    test('are found by their name and by their counsellor, the oldest first', async () => {
      const { conversationId, caseNumber } = await insert(world(), 1);
      const facts = { province: 'limburg', language: 'nl', minutes: 12 } as const;
      const chat: ContactForm = {
        ...call,
        formId: conversationId,
        conversationId,
        caseNumber,
        channel: 'chat',
        since: 5,
        facts,
      };
      await world().unitOfWork.run(async ({ contactForms }) => {
        await contactForms.add(call);
        await contactForms.add(chat);
        await contactForms.add({ ...call, formId: '$other', counsellor: counsellors.bo });
        await contactForms.add({ ...chat, stage: 'open' });
        expect(await contactForms.find(conversationId)).toEqual(chat);
        expect(await contactForms.find('$none')).toBeUndefined();
        expect(await contactForms.of(counsellors.an)).toEqual([chat, call]);
        expect(await contactForms.counts()).toEqual([
          { counsellor: counsellors.an, count: 2 },
          { counsellor: counsellors.bo, count: 1 },
        ]);
      });
    });

    test('keep stage, answers, what was shown and what was written, and are gone when removed', async () => {
      const changed: ContactForm = {
        ...call,
        stage: 'open',
        answers: { role: 'victim', sex: null },
        shown: [{ part: 'sub-theme', key: 'contact:sub-theme:0:$call', isCurrent: true }],
        written: [{ roomId: roomId('!room'), eventId: eventId('$written') }],
      };
      await world().unitOfWork.run(async ({ contactForms }) => {
        await contactForms.add(call);
        await contactForms.save(changed);
        expect(await contactForms.find('$call')).toEqual(changed);
        await contactForms.remove('$call');
        await contactForms.save(changed);
        expect(await contactForms.of(counsellors.an)).toEqual([]);
      });
    });
  });

  describe('what was noted of dossiers', () => {
    test('is kept with its conversation, as it was noted last', async () => {
      const { conversationId } = await insert(world(), 1);
      const asked = {
        conversationId,
        answer: 'refused',
        reference: null,
        asked: { reference: 'A-12' },
      } as const;
      const agreed = { conversationId, answer: 'agreed', reference: 'A-12', asked: null } as const;
      await world().unitOfWork.run(async ({ dossierNotes }) => {
        expect(await dossierNotes.find(conversationId)).toBeUndefined();
        await dossierNotes.save(asked);
        expect(await dossierNotes.find(conversationId)).toEqual(asked);
        await dossierNotes.save(agreed);
        expect(await dossierNotes.find(conversationId)).toEqual(agreed);
      });
    });
  });

  describe('the contact register', () => {
    test('keeps every contact, also through the night', async () => {
      await world().unitOfWork.run(async ({ contactForms, contactRegister }) => {
        await contactForms.add(call);
        for (const theme of ['a', 'b', null]) await contactRegister.add(contact(theme));
        expect(await contactRegister.all()).toEqual(['a', 'b', null].map(contact));
        expect(await contactRegister.shuffledOn()).toBeUndefined();
        await contactRegister.shuffle('2026-11-24');
        await contactRegister.shuffle('2026-11-25');
      });
      await world().unitOfWork.run(async ({ contactForms, contactRegister }) => {
        expect(await contactRegister.shuffledOn()).toBe('2026-11-25');
        const all = await contactRegister.all();
        expect(all).toHaveLength(3);
        expect(all).toEqual(expect.arrayContaining(['a', 'b', null].map(contact)));
        expect(await contactForms.of(counsellors.an)).toEqual([call]);
      });
    });
  });
}
