import { type JsonObject, objectAt, parseJson, textField } from './json-fields.ts';
import type { ReceivedMessage } from '../worker-messages.ts';
import type { RawEvent } from './read-sync.ts';

/** What a decrypted event says. */
export type Readable =
  | { readonly kind: 'message'; readonly message: ReceivedMessage }
  | { readonly kind: 'edit'; readonly targetId: string; readonly sender: string; readonly body: string }
  /** Nothing to show: a verification request, a key of another client, a kind of event that says nothing. */
  | { readonly kind: 'nothing' };

/** A map, because the kind is a word of somebody else's that an object might know by inheritance. */
const messageTypes: ReadonlyMap<string, Exclude<ReceivedMessage['kind'], 'other'>> = new Map([
  ['m.text', 'text'],
  ['m.notice', 'notice'],
  ['m.emote', 'emote'],
  ['m.file', 'file'],
  ['m.image', 'file'],
  ['m.video', 'file'],
  ['m.audio', 'file'],
]);

/** What rings at the other side; the signals of a call that follow are for programs only (specification, VoIP; MSC4075). */
const callTypes: ReadonlySet<string> = new Set([
  'm.call.invite',
  'm.rtc.notification',
  'org.matrix.msc4075.call.notify',
  'org.matrix.msc4075.rtc.notification',
]);

/**
 * Reads a decrypted event as feasibility D 4 saw them from Element: only `body` is used, never the HTML; a thread is
 * shown in line. What is not text becomes one of the kinds without words, which the frame says in one sentence: a counsellor
 * must not believe that the caller sees what they do not. Of another type of event that is so for what carries words for
 * people, such as a poll; the rest is between programs.
 */
export function readMessage(event: RawEvent, decryptedJson: string): Readable {
  const decrypted = objectAt(parseJson(decryptedJson));
  const content = objectAt(decrypted, 'content');
  const type = textField(decrypted, 'type');
  const relation = objectAt(content, 'm.relates_to');
  const isEdit = textField(relation, 'rel_type') === 'm.replace';
  if (type !== 'm.room.message') return isEdit ? { kind: 'nothing' } : readOther(event, type ?? '', content);
  if (textField(content, 'msgtype')?.startsWith('m.key.verification.') === true) return { kind: 'nothing' };
  if (isEdit) return readEdit(event, content, relation);
  return {
    kind: 'message',
    message: {
      eventId: event.eventId,
      sender: event.sender,
      sentAtMs: event.sentAtMs,
      ...withoutRepetition(readBody(content), relation),
      repliesTo: readReply(relation),
      isEdited: false,
    },
  };
}

function readOther({ eventId, sender, sentAtMs }: RawEvent, type: string, content: JsonObject): Readable {
  const isCall = callTypes.has(type);
  if (!isCall && !saysSomething(content)) return { kind: 'nothing' };
  const kind = isCall ? 'call' : 'other';
  return {
    kind: 'message',
    message: { eventId, sender, sentAtMs, kind, body: '', repliesTo: null, isEdited: false },
  };
}

/** A plain text, as stickers have it, or one of the fallbacks for people of MSC1767, as polls and places do. */
function saysSomething(content: JsonObject): boolean {
  return ['body', 'm.text', 'org.matrix.msc1767.text'].some((name) => {
    const words = content[name];
    return (typeof words === 'string' && words.trim() !== '') || (Array.isArray(words) && words.length > 0);
  });
}

function readBody(content: JsonObject): Pick<ReceivedMessage, 'kind' | 'body'> {
  const kind = messageTypes.get(textField(content, 'msgtype') ?? '');
  if (kind === 'file') return { kind, body: '' };
  const body = textField(content, 'body');
  return kind === undefined || body === undefined ? { kind: 'other', body: '' } : { kind, body };
}

function readEdit(event: RawEvent, content: JsonObject, relation: JsonObject): Readable {
  const targetId = textField(relation, 'event_id');
  const { kind, body } = readBody(objectAt(content, 'm.new_content'));
  const isText = kind === 'text' || kind === 'emote' || kind === 'notice';
  if (targetId === undefined || !isText) return { kind: 'nothing' };
  return { kind: 'edit', targetId, sender: event.sender, body };
}

/**
 * What clients before Matrix 1.13 repeat above an answer: the quoted lines, the first one with the id of who wrote them
 * (MSC2781 ended it). The frame quotes by itself, and a caller need not see ids.
 */
const repeatedLines = /^> (?:\* )?<@[^>\n]*>.*\n(?:>.*\n)*\n?/u;

function withoutRepetition(
  { kind, body }: Pick<ReceivedMessage, 'kind' | 'body'>,
  relation: JsonObject,
): Pick<ReceivedMessage, 'kind' | 'body'> {
  const isAnswer = objectAt(relation, 'm.in_reply_to')['event_id'] !== undefined;
  return { kind, body: isAnswer ? body.replace(repeatedLines, '') : body };
}

/** A reply in a thread that only falls back to the newest message of the thread answers nothing in particular. */
function readReply(relation: JsonObject): string | null {
  if (relation['is_falling_back'] === true) return null;
  return textField(objectAt(relation, 'm.in_reply_to'), 'event_id') ?? null;
}
