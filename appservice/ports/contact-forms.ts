import type { ContactForm, ContactFormId } from '../domain/contact-draft.ts';
import type { UserId } from '../domain/ids.ts';

/** Contacts that are still to be registered, and the forms about them; inside a unit of work. */
export interface ContactForms {
  /** One that is there already stays as it is. */
  add(form: ContactForm): Promise<void>;
  find(formId: ContactFormId): Promise<ContactForm | undefined>;
  /** All of a counsellor, the oldest first. */
  of(counsellor: UserId): Promise<readonly ContactForm[]>;
  /** How many there are of each counsellor who has any. */
  counts(): Promise<readonly { readonly counsellor: UserId; readonly count: number }[]>;
  /** Overwrites stage, answers, what was shown and what was written. */
  save(form: ContactForm): Promise<void>;
  /** The contact is registered: nothing stays of the form. */
  remove(formId: ContactFormId): Promise<void>;
}
