import { contactName } from '../domain/contact-form-message.ts';
import { choicesOfPart, partToShow, type ContactForm } from '../domain/contact-draft.ts';
import { listsOn, type ContactListVersions } from '../domain/contact-lists.ts';
import { holdsPhoneNumber, readShortAnswer, readSign } from '../domain/contact-reply.ts';
import type { EventPlace } from '../domain/conversation.ts';
import type { UserId } from '../domain/ids.ts';
import { rosterMember } from '../domain/roster.ts';
import type { Registers } from '../ports/unit-of-work.ts';
import type { CommandDependencies } from './command-scene.ts';
import { formOfKey } from './contact-form-keys.ts';
import { onceFor } from './once-for.ts';
import { recordFormWords, recordHint, recordReply, type FormScene } from './record-contact-form.ts';
import { recordRefusal } from './record-desk-message.ts';

/** What answering a form needs. */
export interface AnswerContactFormDependencies extends CommandDependencies {
  readonly contactLists: ContactListVersions;
}

/** A reaction in somebody's own desk room. */
export type FormPress = {
  readonly sender: UserId;
  readonly place: EventPlace;
  readonly key: string;
  /** The message that it was pressed under. */
  readonly under: EventPlace;
};

/** Words in a desk room that are no command. */
export type FormText = { readonly sender: UserId; readonly place: EventPlace; readonly body: string };

/** A sign under a message of a form, by whoever fills it in. What is pressed elsewhere is nothing to this. */
export async function pressOnContactForm(
  { unitOfWork, steps, roster, contactLists }: AnswerContactFormDependencies,
  press: FormPress,
): Promise<void> {
  const { sender, place } = press;
  await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const pressed = await registers.actions.keyOf(press.under);
      const formId = pressed && formOfKey(pressed.key);
      if (pressed === undefined || formId === undefined) return;
      if (!(await registers.handledEvents.markHandled(place.eventId))) return;
      if (rosterMember(roster, sender) === undefined) {
        await recordRefusal(registers, {
          to: sender,
          eventId: place.eventId,
          refusal: { code: 'not-in-roster' },
        });
        return;
      }
      const scene = { registers, versions: contactLists, eventId: place.eventId };
      const form = await registers.contactForms.find(formId);
      await pressIn(scene, press, { form, key: pressed.key });
    }),
  );
}

async function pressIn(
  scene: FormScene,
  { sender, key: sign }: FormPress,
  { form, key }: { readonly form: ContactForm | undefined; readonly key: string },
): Promise<void> {
  if (form === undefined) {
    await recordFormWords(scene, { counsellor: sender }, { code: 'already-registered' });
    return;
  }
  if (form.counsellor !== sender) return;
  if (form.stage !== 'open') {
    await recordFormWords(scene, form, { code: 'lies-aside', of: contactName(form) });
    return;
  }
  const shown = form.shown.find((each) => each.key === key);
  if (shown?.isCurrent !== true) {
    await recordFormWords(scene, form, { code: 'old-question' });
    return;
  }
  const { part } = shown;
  const reply = readSign(sign, choicesOfPart(listsOn(scene.versions, form.day), form, part));
  if (reply === undefined) await recordHint(scene, form);
  else await recordReply(scene, form, { part, reply });
}

/** A short answer to the open question, in the own desk room. False without an open form there: then it is small talk. */
export async function writeOnContactForm(
  { unitOfWork, steps, contactLists }: AnswerContactFormDependencies,
  text: FormText,
): Promise<boolean> {
  const { sender, place } = text;
  return await steps.step('command.recorded', () =>
    unitOfWork.run(async (registers) => {
      const form = (await registers.contactForms.of(sender)).find(({ stage }) => stage === 'open');
      const ownRoom = await registers.deskRooms.find({ own: sender });
      if (form === undefined || ownRoom !== place.roomId) return false;
      const scene = { versions: contactLists, eventId: place.eventId };
      await onceFor(place.eventId, (inOne: Registers) => writeIn({ ...scene, registers: inOne }, text, form))(
        registers,
      );
      return true;
    }),
  );
}

async function writeIn(scene: FormScene, { place, body }: FormText, form: ContactForm): Promise<void> {
  const lists = listsOn(scene.versions, form.day);
  const part = partToShow(lists, form);
  const noted = { ...form, written: [...form.written, place] };
  if (holdsPhoneNumber(body)) {
    await scene.registers.contactForms.save(noted);
    await recordFormWords(scene, form, { code: 'looks-like-number' });
    return;
  }
  const reply = readShortAnswer(body, choicesOfPart(lists, form, part));
  if (reply === undefined) {
    await scene.registers.contactForms.save(noted);
    await recordHint(scene, form);
  } else await recordReply(scene, noted, { part, reply });
}
