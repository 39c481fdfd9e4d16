import type { ContactFormId } from '../domain/contact-draft.ts';

/** The keys of a form's messages: `count` tells one that is put again from the one before. */
export function contactPartKey(formId: ContactFormId, part: string, count: number): string {
  return `contact:${part}:${String(count)}:${formId}`;
}

/** The form that a message of this key belongs to; undefined for every other message. */
export function formOfKey(key: string): ContactFormId | undefined {
  return /^contact:[a-z-]+:\d+:(.+)$/u.exec(key)?.[1];
}
