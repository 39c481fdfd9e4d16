import type { ConversationId, DeviceId, RoomId, UserId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** What the gateway must know of whoever holds a bearer (design 5.5); one read, on every request. */
export type CallerSession = {
  readonly conversationId: ConversationId;
  readonly caller: UserId;
  readonly device: DeviceId;
  readonly roomId: RoomId;
  /** Taken, joined or talking: whom key requests may name beside the caller. */
  readonly counsellor: UserId | null;
  /** Colleagues who have joined; key requests may name them too (R25). */
  readonly readers: readonly UserId[];
  /** The one colleague whom the browser may invite now, and share the history with (design 6); null mostly. */
  readonly invitee: UserId | null;
};

/** The bearers of open conversations. Reads outside a unit of work: the gateway must not wait for one. */
export interface CallerSessions {
  /** Undefined once the conversation has ended. Marks the bearer as used. */
  find(bearerHash: string): Promise<CallerSession | undefined>;
  /** A sign of life; written at most every few seconds. */
  touch(conversationId: ConversationId, now: Instant): Promise<void>;
  /**
   * True for the first upload of cross-signing keys, and for the same keys again, whose answer may have been lost on the
   * way; other keys would be an identity reset (feasibility D 1). The hash is SHA-256 of what is uploaded.
   */
  claimCrossSigningUpload(conversationId: ConversationId, keysHash: string): Promise<boolean>;
}
