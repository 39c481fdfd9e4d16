import type { ConversationId, UserId } from '../domain/ids.ts';
import type { CallerHints, EarlierContact, Recognition, RecognitionMark } from '../domain/recognition.ts';
import type { Instant } from '../domain/time.ts';

/** By what callers can be recognised (R23, R28), inside a unit of work: fingerprints only. */
export interface Recognitions {
  /** One of each kind for each conversation. */
  add(recognition: Recognition): Promise<void>;
  of(conversationId: ConversationId): Promise<readonly Recognition[]>;
  /** Those with one of these marks, oldest first. */
  matching(kind: Recognition['kind'], marks: readonly RecognitionMark[]): Promise<readonly Recognition[]>;
  /** The conversations with one of these marks in which a counsellor came, newest first; a hundred at most. */
  contactsWith(
    kind: Recognition['kind'],
    marks: readonly RecognitionMark[],
  ): Promise<readonly EarlierContact[]>;
  /** Those recorded before an instant, oldest first. */
  recordedBefore(instant: Instant): Promise<readonly Recognition[]>;
  noteCounsellor(conversationId: ConversationId, counsellor: UserId): Promise<void>;
  /** Both kinds. */
  remove(conversationId: ConversationId): Promise<void>;
}

/** What counsellors are told about who may have called before, inside a unit of work; kept while a conversation lasts. */
export interface CallerHintsRegister {
  put(hints: CallerHints): Promise<void>;
  find(conversationId: ConversationId): Promise<CallerHints | undefined>;
  /** Who is rung first, of every conversation that prefers somebody (R28). */
  preferences(): Promise<ReadonlyMap<ConversationId, UserId>>;
  remove(conversationId: ConversationId): Promise<void>;
}
