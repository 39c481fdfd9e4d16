import { contactName } from '../domain/contact-form-message.ts';
import {
  afterReply,
  openForm,
  partToShow,
  putAside,
  type ContactForm,
  type ContactPart,
} from '../domain/contact-draft.ts';
import { listsOn, type ContactLists, type ContactListVersions } from '../domain/contact-lists.ts';
import type { ContactReply } from '../domain/contact-reply.ts';
import type { RegisterMessage } from '../domain/desk-messages/register-message.ts';
import type { EventId } from '../domain/ids.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import { actionKeys, actionLanes } from './action-keys.ts';
import { contactPartKey } from './contact-form-keys.ts';
import { recordAnswer } from './record-desk-message.ts';

/** The unit of work, the lists, and the event that is acted upon. */
export type FormScene = {
  readonly registers: Registers;
  readonly versions: ContactListVersions;
  readonly eventId: EventId;
};

/** Opens a form, or puts an open one again; another one that was open lies aside from now on. */
export async function recordFormOpened(scene: FormScene, form: ContactForm): Promise<void> {
  const { registers } = scene;
  const lists = listsOn(scene.versions, form.day);
  for (const other of await registers.contactForms.of(form.counsellor)) {
    if (other.stage !== 'open' || other.formId === form.formId) continue;
    await registers.contactForms.save(putAside(other));
    await recordFormWords(scene, form, { code: 'put-aside', of: contactName(other) });
  }
  const opening = await recordPart(registers, openForm(lists, form), 'opening');
  await registers.contactForms.save(await recordNextPart(registers, lists, opening));
}

/** Records what follows from a reply to a part of an open form. */
export async function recordReply(
  scene: FormScene,
  form: ContactForm,
  answer: { readonly part: ContactPart; readonly reply: ContactReply },
): Promise<void> {
  const { registers } = scene;
  const lists = listsOn(scene.versions, form.day);
  const step = afterReply(lists, form, answer);
  switch (step?.next) {
    case undefined:
      await registers.contactForms.save(form); // with what was written: it goes with the form, answer or not
      await recordHint(scene, form);
      return;
    case 'aside':
      await registers.contactForms.save(step.form);
      await recordFormWords(scene, form, { code: 'put-aside', of: contactName(form) });
      return;
    case 'saved':
      await registers.contactRegister.add(step.contact);
      await recordFormGone(scene, form);
      return;
    case 'asked':
      await recordEdits(scene, step.form, [answer.part, 'review']);
      await registers.contactForms.save(await recordNextPart(registers, lists, step.form));
  }
}

/** Records that the desk says what can be answered now. */
export async function recordHint({ registers, eventId }: FormScene, form: ContactForm): Promise<void> {
  const key = actionKeys.cause(eventId, 'answer');
  await enqueue(registers, form, { key, does: 'hint', part: 'opening', of: key });
}

/** Records an answer of the desk that holds nothing of what was filled in. */
export async function recordFormWords(
  { registers, eventId }: FormScene,
  { counsellor }: Pick<ContactForm, 'counsellor'>,
  message: RegisterMessage,
): Promise<void> {
  await recordAnswer(registers, { to: counsellor, eventId, message: { kind: 'register', message } });
}

/** The contact is registered: its form goes, and all messages of it with what was pressed and written there (R51). */
async function recordFormGone(scene: FormScene, form: ContactForm): Promise<void> {
  const { registers } = scene;
  const { formId, counsellor, conversationId, shown, written } = form;
  await registers.contactForms.remove(formId);
  await registers.actions.enqueue({
    key: contactPartKey(formId, 'clear', 0),
    lane: actionLanes.desk({ own: counsellor }),
    conversationId,
    action: { kind: 'contact-clear', of: shown.map(({ key }) => key), written },
  });
  await recordFormWords(scene, form, { code: 'registered', of: contactName(form) });
}

async function recordNextPart(
  registers: Registers,
  lists: ContactLists,
  form: ContactForm,
): Promise<ContactForm> {
  const next = partToShow(lists, form);
  const isShown = form.shown.some(({ part, isCurrent }) => part === next && isCurrent);
  return isShown ? form : await recordPart(registers, form, next);
}

async function recordPart(registers: Registers, form: ContactForm, part: ContactPart): Promise<ContactForm> {
  const key = contactPartKey(form.formId, part, form.shown.length);
  await enqueue(registers, form, { key, does: 'say', part, of: key });
  await enqueue(registers, form, { key: actionKeys.edit(key, 'signs'), does: 'signs', part, of: key });
  return { ...form, shown: [...form.shown, { part, key, isCurrent: true }] };
}

async function recordEdits(
  { registers, eventId }: FormScene,
  form: ContactForm,
  parts: readonly ContactPart[],
): Promise<void> {
  for (const { part, key, isCurrent } of form.shown) {
    if (!isCurrent || !parts.includes(part)) continue;
    await enqueue(registers, form, { key: actionKeys.edit(key, eventId), does: 'edit', part, of: key });
  }
}

type FormDeed = {
  readonly key: string;
  readonly does: 'say' | 'signs' | 'edit' | 'hint';
  readonly part: ContactPart;
  readonly of: string;
};

async function enqueue(
  registers: Registers,
  { formId, counsellor, conversationId }: ContactForm,
  { key, does, part, of }: FormDeed,
): Promise<void> {
  await registers.actions.enqueue({
    key,
    lane: actionLanes.desk({ own: counsellor }),
    conversationId,
    action: { kind: 'contact-form', does, formId, part, of },
  });
}
