import type { ContactFormId, ContactPart } from '../domain/contact-draft.ts';
import type { EventPlace } from '../domain/conversation.ts';
import type { DeskMessage } from '../domain/desk-message.ts';
import type { DeskSign } from '../domain/desk-sign.ts';
import type { ConversationId, DeviceId, RoomId, UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { DeskPlace } from './desk-rooms.ts';

/** Why somebody is removed from a conversation room; Element shows it as one sentence (design 5.10). */
export type RemovalReason =
  'ended' | 'returned' | 'withdrawn' | 'handed-over' | 'stopped-reading' | 'read-again';

/**
 * Something the service does on the homeserver. It is recorded in the same unit of work as the decision that asks for it,
 * carried out afterwards (again after a crash), and recorded as done: idempotent by its key.
 */
export type Action =
  | {
      readonly kind: 'desk-send';
      readonly to: DeskPlace;
      readonly message: DeskMessage;
      /** Rings: the message mentions this person, so that Element gives a desktop notification. */
      readonly mention: UserId | null;
      /** It is a card that can be taken: a `desk-hand` follows, and it is wanted only while it rings. */
      readonly hasHand: boolean;
    }
  /** The desk puts ✋ and ✖ under the card that the action with key `of` sent; by then the card is known as ours. */
  | {
      readonly kind: 'desk-hand';
      readonly of: string;
      /** These signs instead, under a message that is no card. */
      readonly signs?: readonly DeskSign[];
    }
  /** Edits the message that the action with key `of` sent. */
  | { readonly kind: 'desk-edit'; readonly of: string; readonly message: DeskMessage }
  /** Sends what the action with key `of` had sent anew, because its room is lost; from then on that is what it sent. */
  | {
      readonly kind: 'desk-again';
      readonly of: string;
      readonly to: DeskPlace;
      readonly message: DeskMessage;
      readonly mention: UserId | null;
    }
  /** Takes back the message that the action with key `of` sent: what it said is over. */
  | { readonly kind: 'desk-redact'; readonly of: string }
  /** Takes back what somebody else wrote in a desk room, such as a command that colleagues would read (design 7). */
  | { readonly kind: 'redact-command'; readonly place: EventPlace }
  /** Takes back what a colleague wrote into a conversation and meant for the desk; whoever wrote it is told (design 7). */
  | { readonly kind: 'take-back-misplaced'; readonly place: EventPlace }
  | { readonly kind: 'invite'; readonly roomId: RoomId; readonly counsellor: UserId }
  /** The desk removes somebody from one of its rooms. */
  | { readonly kind: 'desk-remove'; readonly roomId: RoomId; readonly person: UserId }
  | {
      readonly kind: 'remove';
      readonly roomId: RoomId;
      readonly counsellor: UserId;
      readonly reason: RemovalReason;
    }
  /** Somebody who was in the room before will be invited by somebody else than the host: they are to see the caller there. */
  | { readonly kind: 'prepare-return'; readonly roomId: RoomId; readonly counsellor: UserId }
  /** The counsellor may invite by their own program, while the caller's browser is away (design 6), and may no more. */
  | { readonly kind: 'grant-invite' | 'revoke-invite'; readonly roomId: RoomId; readonly counsellor: UserId }
  /** Somebody changed what people may do in a room of ours: it is put back. */
  | { readonly kind: 'put-back-levels'; readonly roomId: RoomId }
  /** Everybody but the host leaves the room, and the caller's device is logged out (design 5.10). */
  | {
      readonly kind: 'close-room';
      readonly roomId: RoomId;
      readonly caller: UserId;
      readonly callerDevice: DeviceId;
    }
  /** Somebody who works here no more: their account is closed, and `reader` is told when it was (S30). */
  | {
      readonly kind: 'close-account';
      readonly member: UserId;
      readonly name: string;
      readonly reader: UserId;
    }
  /** A coordinator is told of a fault report in their own desk room, and the report goes with its last reader (R32). */
  | { readonly kind: 'tell-fault'; readonly reportNumber: number; readonly reader: UserId }
  /** A coordinator is told callers' remarks in their own desk room; the words are looked up then, and lie in one place only (R38). */
  | { readonly kind: 'tell-remarks'; readonly reader: UserId }
  /** The counsellor who has the conversation is told who may have called before; looked up then, and never in this row (R23, R28). */
  | { readonly kind: 'tell-hints'; readonly reader: UserId }
  /** A message of a form about a contact; its words are looked up then, so that no answer lies here (R51). `of`: the message's key. */
  | {
      readonly kind: 'contact-form';
      readonly does: 'say' | 'signs' | 'edit' | 'hint';
      readonly formId: ContactFormId;
      readonly part: ContactPart;
      readonly of: string;
    }
  /** The contact is registered: the messages of its form are taken back, and what was written to answer them. */
  | {
      readonly kind: 'contact-clear';
      readonly of: readonly string[];
      readonly written: readonly EventPlace[];
    }
  /** A coordinator is told who looked at the action's conversation; the reasons are opened then, and lie in the audit log only (S32). */
  | { readonly kind: 'tell-looked'; readonly reader: UserId }
  /** The counsellor who has the conversation is told its address; opened then, and never in this row (R21, S26). */
  | { readonly kind: 'tell-address'; readonly reader: UserId };

/** An action as it waits in the queue. */
export type QueuedAction = {
  /** Unique for ever; doubles as the Matrix transaction id of what is sent. */
  readonly key: string;
  /** Actions of one lane are carried out one after the other, in the order of their recording. */
  readonly lane: string;
  readonly conversationId: ConversationId | null;
  readonly action: Action;
};

/** The queue of actions, inside a unit of work. */
export interface Actions {
  /**
   * Records an action; one with the same key is recorded once. An edit takes the place of those of the same message that
   * still wait, so that a card that changes fast costs its room little.
   */
  enqueue(action: QueuedAction): Promise<void>;
  /** What waits for its next attempt is due at `now`: what kept it back is over. */
  hasten(now: Instant): Promise<void>;
  /** Whether an action of this key was ever recorded, carried out or not. */
  isRecorded(key: string): Promise<boolean>;
  /** Records that an action is about to be carried out: from now on it may have been, whatever comes of the attempt. */
  begin(key: string): Promise<void>;
  /** Whether an earlier attempt may have carried the action out without living to record it. */
  hasBegun(key: string): Promise<boolean>;
  /** The event an action sent; undefined when it was not carried out yet or sends none. */
  sentBy(key: string): Promise<EventPlace | undefined>;
  /** What an action sent lies somewhere else now. */
  moveTo(key: string, place: EventPlace): Promise<void>;
  /** The key of the action that sent this event; undefined for events that are not the desk's. */
  keyOf(
    place: EventPlace,
  ): Promise<{ readonly key: string; readonly conversationId: ConversationId | null } | undefined>;
}

/** What came of an attempt that failed. */
export type ActionFailure = {
  readonly code: string;
  readonly retryAt: Instant | null;
  /** False when it is sure that nothing was done: then the action counts as not begun. */
  readonly mayBeDone: boolean;
};

/** The queue as the one who carries actions out sees it; each call is its own transaction. */
export interface ActionQueue {
  /** The first waiting action of each lane whose pause is over, oldest first. */
  due(now: Instant): Promise<readonly (QueuedAction & { readonly attempts: number })[]>;
  succeed(key: string, sent: EventPlace | null): Promise<void>;
  /** Waits until `retryAt`; null gives it up for good (it stays visible with its code). */
  fail(key: string, failure: ActionFailure): Promise<void>;
}
