import type { CaseNumber, ConversationId, DeviceId } from '../domain/ids.ts';

/** Makes identifiers that mean nothing and cannot be guessed (S23). */
export interface IdSource {
  conversationId(): ConversationId;
  /** Random; the store refuses one that an unerased conversation already has. */
  caseNumber(): CaseNumber;
  /** The random part of a caller's user id, lower-case letters and digits. */
  callerName(): string;
  deviceId(): DeviceId;
  /** A bearer secret of 256 bits, base64url without padding. Only its hash is ever stored. */
  bearer(): string;
  /** A resume token of 256 bits, base64url without padding (R27). Only its hash is ever stored. */
  resumeToken(): string;
}
