import type { ReceivedMessage } from '../../worker-messages.ts';

/** How far the caller's own message has come; each mark is a fact, never a guess (design 5.8, S18). */
export type Mark =
  /** Kept in the browser until a counsellor's device can read it (design 5.7). */
  | 'held'
  /** It was still kept when the conversation ended; it never left. */
  | 'unsent'
  /** On its way. */
  | 'sending'
  /** The homeserver has it, and a key for it lies with a signed device of the counsellor: else it would be held. */
  | 'sent'
  /** The counsellor's own program has shown since that it is there: they type or have written. */
  | 'delivered'
  /** The counsellor's receipt has come. */
  | 'read';

/** A message of the caller. */
export type CallerEntry = {
  readonly kind: 'caller';
  readonly id: string;
  /** Null when an earlier page wrote it and it waits still. */
  readonly atMs: number | null;
  readonly body: string;
  readonly mark: Mark;
  /** Null until the homeserver has it. */
  readonly eventId: string | null;
};

/** A message of the counsellor; its id is the event's. */
export type CounsellorEntry = {
  readonly kind: 'counsellor';
  readonly id: string;
  /** Null while it cannot be read. */
  readonly atMs: number | null;
  readonly form: ReceivedMessage['kind'] | 'unreadable' | 'removed';
  readonly body: string;
  readonly isEdited: boolean;
  /** First words of the message this one answers, null when it answers none that is in the log. */
  readonly quote: string | null;
};

/** What the widget itself says in the log, always marked as automatic (R1). */
export type AutomaticLine =
  | 'preparing'
  | 'searching'
  | 'intake-goes-along'
  | 'takes-long'
  | 'taken'
  | 'joined-caw'
  | 'joined-vk'
  | 'secured'
  | 'returned'
  | 'connection-lost'
  | 'connection-back'
  | 'resumed'
  | 'not-kept'
  | 'colleague-announced'
  | 'take-over-announced'
  | 'reader-refused'
  | 'colleague-stays-away'
  | 'colleague-joined'
  | 'colleague-left'
  | 'taken-over-caw'
  | 'taken-over-vk'
  | 'former-stays'
  | 'secured-with-readers'
  | 'counsellor-away'
  | 'counsellor-back'
  | 'round-off';

/** A line of the widget itself. */
export type AutomaticEntry = {
  readonly kind: 'automatic';
  readonly id: string;
  readonly line: AutomaticLine;
};

/** One line of the log. */
export type LogEntry = CallerEntry | CounsellorEntry | AutomaticEntry;

/** All that was said, oldest first. It lives in memory only (S7). */
export type Log = readonly LogEntry[];

/** Whether what was sent can be shown in words; of the rest one sentence of ours tells. */
export function isInWords(form: CounsellorEntry['form']): form is 'text' | 'emote' | 'notice' {
  return form === 'text' || form === 'emote' || form === 'notice';
}

/** The longest quote above an answer, in characters. */
const quoteLimitCharacters = 80;

/** Adds a line of the widget itself. Only such lines are never taken away again, so their count gives an id that was not there. */
export function sayInLog(log: Log, line: AutomaticLine): Log {
  const count = log.filter(({ kind }) => kind === 'automatic').length;
  return [...log, { kind: 'automatic', id: `line-${count}`, line }];
}

/** Adds a counsellor's message, or puts it in the place of the one that could not be read before (design 5.8). */
export function placeCounsellorEntry(log: Log, entry: CounsellorEntry): Log {
  return log.some((each) => each.id === entry.id)
    ? log.map((each) => (each.id === entry.id ? entry : each))
    : [...log, entry];
}

/** Changes a counsellor's message, such as by an edit; unknown ids change nothing. */
export function changeCounsellorEntry(log: Log, eventId: string, change: Partial<CounsellorEntry>): Log {
  return log.map((each) =>
    each.kind === 'counsellor' && each.id === eventId ? { ...each, ...change } : each,
  );
}

/** Changes the caller's own message; unknown ids, such as the intake's, change nothing. */
export function changeCallerEntry(log: Log, id: string, change: Partial<CallerEntry>): Log {
  return log.map((each) => (each.kind === 'caller' && each.id === id ? { ...each, ...change } : each));
}

/**
 * The homeserver has this message. What an earlier page had sent without hearing of it stands in the log already, by its event;
 * it is shown once.
 */
export function markSent(log: Log, id: string, eventId: string): Log {
  const once = log.filter((each) => each.kind !== 'caller' || each.eventId !== eventId || each.id === id);
  return changeCallerEntry(once, id, { mark: 'sent', eventId });
}

/** Marks what was kept back as never sent: the conversation is over. */
export function markUnsent(log: Log): Log {
  return log.map((each) =>
    each.kind === 'caller' && each.mark === 'held' ? { ...each, mark: 'unsent' } : each,
  );
}

/** Marks what was sent as delivered: the counsellor's program is there, and it gets everything in its order. */
export function markDelivered(log: Log): Log {
  return log.map((each) =>
    each.kind === 'caller' && each.mark === 'sent' ? { ...each, mark: 'delivered' } : each,
  );
}

/** Marks the caller's messages up to this event as read; an unknown event changes nothing. */
export function markRead(log: Log, eventId: string): Log {
  const last = log.findIndex((each) => each.kind === 'caller' && each.eventId === eventId);
  return log.map((each, index) =>
    each.kind === 'caller' && index <= last && each.eventId !== null ? { ...each, mark: 'read' } : each,
  );
}

/** The first words of an event that is in the log; null when it is not, or has no words. */
export function quoteOf(log: Log, eventId: string | null): string | null {
  if (eventId === null) return null;
  const quoted = log.find((each) => (each.kind === 'caller' ? each.eventId : each.id) === eventId);
  if (quoted === undefined || quoted.kind === 'automatic' || quoted.body === '') return null;
  const characters = Array.from(quoted.body.replace(/\s+/gu, ' ').trim());
  const first = characters.slice(0, quoteLimitCharacters).join('');
  return characters.length > quoteLimitCharacters ? `${first}…` : first;
}

/** The newest message of the counsellor that can be read, for the receipt; `hidden` is how many lines are not shown. */
export function newestReadable(log: Log, hidden = 0): string | null {
  const readable = log
    .slice(hidden)
    .filter((each) => each.kind === 'counsellor' && each.form !== 'unreadable');
  return readable.at(-1)?.id ?? null;
}
