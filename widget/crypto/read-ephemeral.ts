import { type JsonObject, objectAt, textsAt } from './json-fields.ts';

/** Whether anybody but the caller and the host is typing, from the content of `m.typing`. */
export function readTyping(content: JsonObject, notCounted: readonly string[]): boolean {
  return textsAt(content, 'user_ids').some((userId) => !notCounted.includes(userId));
}

/** The events that somebody but the caller and the host has read up to, from the content of `m.receipt`. */
export function readReceipts(content: JsonObject, notCounted: readonly string[]): readonly string[] {
  return Object.keys(content).filter((eventId) =>
    Object.keys(objectAt(content, eventId, 'm.read')).some((userId) => !notCounted.includes(userId)),
  );
}
