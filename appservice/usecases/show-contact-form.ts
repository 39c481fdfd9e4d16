import { hintMessage, partMessage } from '../domain/contact-form-message.ts';
import { choicesOfPart, type ContactForm } from '../domain/contact-draft.ts';
import { listsOn, type ContactListVersions } from '../domain/contact-lists.ts';
import { choiceSigns, contactSigns } from '../domain/contact-reply.ts';
import type { Action } from '../ports/actions.ts';
import type { DeskSender } from '../ports/desk.ts';
import type { Steps } from '../ports/steps.ts';
import type { UnitOfWork } from '../ports/unit-of-work.ts';
import { numbersOf } from './answer-talk.ts';
import type { ActionOutcome } from './action-outcome.ts';

/** What showing a form needs. */
export interface ShowContactFormDependencies {
  readonly unitOfWork: UnitOfWork;
  readonly steps: Steps;
  readonly sender: DeskSender;
  readonly contactLists: ContactListVersions;
}

type Of<Kind extends Action['kind']> = Extract<Action, { readonly kind: Kind }>;

const nothingSent = { ok: true, sent: null } as const;

/** Shows a message of a form. Its words are put together now, so that no answer ever lies among the actions (R51). */
export async function showContactForm(
  { steps, unitOfWork, sender, contactLists }: ShowContactFormDependencies,
  key: string,
  { does, formId, part, of }: Of<'contact-form'>,
): Promise<ActionOutcome> {
  const { form, roomId, sent, open } = await steps.step('action.looked-up', () =>
    unitOfWork.run(async (registers) => {
      const found = await registers.contactForms.find(formId);
      const place = found && (await registers.deskRooms.find({ own: found.counsellor }));
      const open = does === 'hint' ? await registers.conversations.open() : [];
      return { form: found, roomId: place, sent: await registers.actions.sentBy(of), open };
    }),
  );
  if (form === undefined || !isWanted(form, does, of)) return nothingSent;
  const lists = listsOn(contactLists, form.day);
  const message =
    does === 'hint'
      ? hintMessage(lists, form, numbersOf(open, form.counsellor))
      : partMessage(lists, form, part);
  const said = { key, message: { kind: 'register', message } } as const;
  if (does === 'say' || does === 'hint') {
    if (roomId === undefined) return { ok: false, code: 'no-desk-room' };
    const place = await steps.step('action.carried-out', () =>
      sender.send({ roomId, ...said, mention: null }),
    );
    return { ok: true, sent: place };
  }
  if (sent === undefined) return nothingSent;
  const signs = signsOf(part, choiceSigns(choicesOfPart(lists, form, part)));
  await steps.step('action.carried-out', () =>
    does === 'edit' ? sender.edit({ of: sent, ...said }) : sender.putSigns({ of: sent, key, signs }),
  );
  return nothingSent;
}

/** A question that lies aside meanwhile, or was put again elsewhere, is not asked; what is edited stands there already. */
function isWanted(form: ContactForm, does: Of<'contact-form'>['does'], key: string): boolean {
  if (does === 'edit') return true;
  if (form.stage !== 'open') return false;
  return does === 'hint' || form.shown.some((each) => each.key === key && each.isCurrent);
}

function signsOf(part: Of<'contact-form'>['part'], choices: readonly string[]): readonly string[] {
  const { unknown, allUnknown, save, later } = contactSigns;
  if (part === 'opening') return [allUnknown, later];
  return part === 'review' ? [save, later] : [...choices, unknown, allUnknown];
}

/**
 * Takes back all messages of a form whose contact is registered, with what was pressed under them and what was written to answer
 * them: the desk room is no way back either. The signs under a sub-theme tell how many there were, so they go as well.
 */
export async function clearContactForm(
  { steps, unitOfWork, sender }: ShowContactFormDependencies,
  key: string,
  { of, written }: Of<'contact-clear'>,
): Promise<ActionOutcome> {
  const sent = await steps.step('action.looked-up', () =>
    unitOfWork.run(async ({ actions }) => {
      const places = [];
      for (const each of of) {
        const place = await actions.sentBy(each);
        if (place !== undefined) places.push({ place, hasTellingSigns: each.includes(':sub-theme:') });
      }
      return places;
    }),
  );
  const all = [...sent, ...written.map((place) => ({ place, hasTellingSigns: false }))];
  for (const { place, hasTellingSigns } of all) {
    await steps.step('action.carried-out', () =>
      sender.clear({ of: place, key: `${key} ${place.eventId}`, isWithOwnSigns: hasTellingSigns }),
    );
  }
  return nothingSent;
}
