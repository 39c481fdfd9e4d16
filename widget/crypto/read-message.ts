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
const textTypes: ReadonlyMap<string, 'text' | 'emote'> = new Map([
  ['m.text', 'text'],
  ['m.notice', 'text'],
  ['m.emote', 'emote'],
]);

/**
 * Reads a decrypted event as feasibility D 4 saw them from Element: only `body` is used, never the HTML; a thread is
 * shown in line; a file, a voice message and anything unknown become `file`, which the frame says in one sentence.
 */
export function readMessage(event: RawEvent, decryptedJson: string): Readable {
  const decrypted = objectAt(parseJson(decryptedJson));
  const content = objectAt(decrypted, 'content');
  const type = textField(decrypted, 'type');
  const isSticker = type === 'm.sticker';
  if (type !== 'm.room.message' && !isSticker) return { kind: 'nothing' };
  if (textField(content, 'msgtype')?.startsWith('m.key.verification.') === true) return { kind: 'nothing' };
  const relation = objectAt(content, 'm.relates_to');
  if (textField(relation, 'rel_type') === 'm.replace') return readEdit(event, content, relation);
  return {
    kind: 'message',
    message: {
      eventId: event.eventId,
      sender: event.sender,
      sentAtMs: event.sentAtMs,
      ...(isSticker ? { kind: 'file', body: '' } : withoutRepetition(readBody(content), relation)),
      repliesTo: readReply(relation),
      isEdited: false,
    },
  };
}

function readBody(content: JsonObject): Pick<ReceivedMessage, 'kind' | 'body'> {
  const kind = textTypes.get(textField(content, 'msgtype') ?? '');
  const body = textField(content, 'body');
  return kind === undefined || body === undefined ? { kind: 'file', body: '' } : { kind, body };
}

function readEdit(event: RawEvent, content: JsonObject, relation: JsonObject): Readable {
  const targetId = textField(relation, 'event_id');
  const { kind, body } = readBody(objectAt(content, 'm.new_content'));
  if (targetId === undefined || kind === 'file') return { kind: 'nothing' };
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
