import type { ContactForm } from '../domain/contact-draft.ts';
import type { RegisterMessage } from '../domain/desk-messages/register-message.ts';
import type { CaseNumber } from '../domain/ids.ts';
import { wallClockAt } from '../domain/wall-clock.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { AnswerContactFormDependencies } from './answer-contact-form.ts';
import type { CommandSource } from './command-scene.ts';
import { onceFor } from './once-for.ts';
import { recordFormOpened, recordFormWords } from './record-contact-form.ts';

/** `!registreer`: the form about a conversation of one's own that is over; without a number the open one, else the newest (R62). */
export async function beginContactForm(
  dependencies: AnswerContactFormDependencies,
  begun: CommandSource & { readonly caseNumber: CaseNumber | null },
): Promise<void> {
  const { caseNumber } = begun;
  const missing: RegisterMessage =
    caseNumber === null ? { code: 'nothing-to-register' } : { code: 'not-on-your-list', caseNumber };
  await begin(dependencies, begun, async ({ contactForms }) => {
    const forms = await contactForms.of(begun.member.userId);
    const meant =
      caseNumber === null
        ? (forms.find(({ stage }) => stage === 'open') ?? forms.at(-1))
        : forms.find((form) => form.caseNumber === caseNumber);
    return meant ?? missing;
  });
}

/** `!telefoon`: the same form about a telephone call, with no place for a number (R63); one that was begun goes on. */
export async function beginPhoneForm(
  dependencies: AnswerContactFormDependencies,
  source: CommandSource,
): Promise<void> {
  const { member, eventId } = source;
  await begin(dependencies, source, async ({ contactForms }) => {
    const forms = await contactForms.of(member.userId);
    const begun = forms.find(({ channel }) => channel === 'phone');
    if (begun !== undefined) return begun;
    const since = dependencies.clock.now();
    const form: ContactForm = {
      formId: eventId,
      counsellor: member.userId,
      conversationId: null,
      caseNumber: null,
      channel: 'phone',
      day: wallClockAt(since).day,
      since,
      facts: null,
      stage: 'due',
      answers: {},
      shown: [],
      written: [],
    };
    await contactForms.add(form);
    return form;
  });
}

async function begin(
  { unitOfWork, steps, contactLists: versions }: AnswerContactFormDependencies,
  { member, eventId }: CommandSource,
  meant: (registers: Registers) => Promise<ContactForm | RegisterMessage>,
): Promise<void> {
  await steps.step('command.recorded', () =>
    unitOfWork.run(
      onceFor(eventId, async (registers) => {
        const scene = { registers, versions, eventId };
        const found = await meant(registers);
        if ('formId' in found) await recordFormOpened(scene, found);
        else await recordFormWords(scene, { counsellor: member.userId }, found);
      }),
    ),
  );
}
