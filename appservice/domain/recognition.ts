import { addMonths, monthAt, monthsLater, type CalendarMonth } from './calendar-months.ts';
import type { Conversation } from './conversation.ts';
import type { ConversationId, UserId } from './ids.ts';
import { dayMs, type Instant } from './time.ts';
import { wallClockAt } from './wall-clock.ts';

/** How long a line or a nickname is recognised, in calendar months (R23: "nothing links beyond 6 months"). */
const recognisedMonths = 6;

/** Months differ by three days, and the clock by an hour: what is due is older than six months less this. */
const shortMonthMs = 4 * dayMs;

/** A line or a nickname as it is compared: a fingerprint under the key of this id (design 10). */
export type RecognitionMark = { readonly keyId: string; readonly fingerprint: string };

/** What a caller can be recognised by: never a proof of who it is (R23, R28). */
export type Recognition = {
  readonly conversationId: ConversationId;
  readonly kind: 'address' | 'nickname';
  readonly mark: RecognitionMark;
  readonly recordedAt: Instant;
  /** Who had the conversation when it ended; null before, and when nobody had it. */
  readonly counsellor: UserId | null;
};

/** What its counsellor is told about who may have called before, while the conversation lasts. */
export type CallerHints = {
  readonly conversationId: ConversationId;
  /** Earlier conversations from the same line in six months, and when the last of them began; null without one. */
  readonly line: { readonly count: number; readonly lastAt: Instant } | null;
  /** When the last conversation of this day with the same nickname began; null without one. */
  readonly nicknameAt: Instant | null;
  /** Who had that one: it rings for them first (R28). */
  readonly preferred: UserId | null;
};

/** Another conversation that may have been the same caller's, in which caller and counsellor met. */
export type EarlierContact = {
  readonly conversationId: ConversationId;
  readonly startedAt: Instant;
  /** Who has it, or had it when it ended; null when nobody did. */
  readonly counsellor: UserId | null;
};

/** The most earlier conversations that are counted: behind a line may be a school. */
export const mostEarlierContacts = 100;

/** Whether a record of recognition may no longer be looked at. */
export function isRecognitionDue(recordedAt: Instant, now: Instant): boolean {
  return now >= monthsLater(recordedAt, recognisedMonths);
}

/** Whether every record that can have been made under the key of a month is due: its last one was made as the month ended. */
export function isRecognitionKeyDue(month: CalendarMonth, now: Instant): boolean {
  return monthAt(now) > addMonths(month, recognisedMonths);
}

/** Only what was recorded before this instant can be due; not all of it is. */
export function dueAtEarliestBefore(now: Instant): Instant {
  return monthsLater(now, -recognisedMonths) + shortMonthMs;
}

/**
 * What may be told of a new conversation by the earlier ones whose marks are its own: of a line by those of six months (R23),
 * of a nickname by those of the same day in Brussels (R28).
 */
export function hintsFrom(
  { conversationId, createdAt }: Pick<Conversation, 'conversationId' | 'createdAt'>,
  earlier: { readonly address: readonly EarlierContact[]; readonly nickname: readonly EarlierContact[] },
): CallerHints {
  const onLine = undueBefore(earlier.address, conversationId, createdAt);
  const lastOnLine = onLine[0];
  const namesake = undueBefore(earlier.nickname, conversationId, createdAt).find(({ startedAt }) =>
    isSameDay(startedAt, createdAt),
  );
  return {
    conversationId,
    line: lastOnLine === undefined ? null : { count: onLine.length, lastAt: lastOnLine.startedAt },
    nicknameAt: namesake?.startedAt ?? null,
    preferred: namesake?.counsellor ?? null,
  };
}

/** Newest first. */
function undueBefore(
  contacts: readonly EarlierContact[],
  own: ConversationId,
  now: Instant,
): readonly EarlierContact[] {
  return contacts
    .filter(({ conversationId, startedAt }) => conversationId !== own && !isRecognitionDue(startedAt, now))
    .sort((one, other) => other.startedAt - one.startedAt);
}

/** Whether two instants are on the same day of the helpline's clock. */
export function isSameDay(one: Instant, other: Instant): boolean {
  return wallClockAt(one).day === wallClockAt(other).day;
}
